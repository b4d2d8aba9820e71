import type {Database} from '../warehouse/duckdb.ts';
import type {SiteData, SiteDuty, SiteDutyFigure} from './siteData.ts';

/** Whether each clause of the policy is kept, and by which figures. */
export async function collectDuties(
  database: Database
): Promise<Pick<SiteData, 'duties' | 'duty_states' | 'duty_figures'>> {
  return {
    duties: await database.query<SiteDuty>('select position, state from marts.duties order by position'),
    duty_states: await database.query<SiteData['duty_states'][number]>(
      'select state, clauses::integer as clauses from marts.duty_states'
    ),
    duty_figures: await database.query<SiteDutyFigure>(
      `select position, kpi, grain, period_start::varchar as period_start, verdict, reason
       from marts.duty_figures order by position, figure_position`
    )
  };
}
