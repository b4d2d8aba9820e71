import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {Figures} from '../figures/figures.ts';

/** The figures that head a report, in their order; where the data has none of one, the next of the spare ones takes its place. */
const HEADLINES = [
  'valid_complaints',
  'resolution_on_time',
  'satisfaction',
  'recurrence_rate',
  'escalation_rate',
  'time_to_resolve',
  'open_complaints',
  'overdue_complaints'
];
const SPARE = ['csat', 'nps', 'survey_response_rate', 'response_on_time', 'reopen_rate', 'transfer_rate'];

/** The figures that head a report of this data. */
export function headlineKpis(figures: Figures): SiteKpi[] {
  const known = (ids: readonly string[]) =>
    ids.flatMap((id) => figures.kpi(id) ?? []).filter(({id}) => figures.hasData(id));
  return [...known(HEADLINES), ...known(SPARE)].slice(0, HEADLINES.length);
}
