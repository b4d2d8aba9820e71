import type {MethodRow} from '../../../src/methods/method.ts';
import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {describeCounted, formatShared} from '../../words/describeCard.ts';
import {formatCount, formatNumber, formatValue, scaleOf, unitText} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import type {EvidenceContext} from '../evidenceContext.ts';
import type {DataTable} from '../dataTable.ts';
import {tableRows} from '../tableRows.ts';
import {TableStore} from '../tableStore.ts';
import {toForm, toNodes} from '../toNodes.ts';

/** One case behind a head: a row of marts.card_evidence. */
type EvidenceRow = MethodRow & {
  record_id: string;
  counted: string;
  rule: string | null;
  share: number;
  count: number;
  total: number;
  peer_rate: number | null;
  entry: string | null;
  counted_at: string | null;
  is_transferred: boolean | null;
};

type Kpi = EvidenceContext['kpis'][number];

/** What the address names: the period, whose card, and the head. */
interface Chosen {
  period: string;
  unit: string;
  figure: string;
}

const place = document.getElementById('analysis-view')!;
const context = JSON.parse(document.getElementById('evidence-context')!.textContent) as EvidenceContext;
const {locale} = context;
const store = new TableStore(`${context.root}/performance/tables`);

void draw();

/** Lists what the address names; a choice goes into the address and is drawn again. */
async function draw(): Promise<void> {
  place.setAttribute('aria-busy', 'true');
  const address = new URLSearchParams(location.search);
  const period = address.get('period') ?? context.periods[0]?.id ?? '';
  const cases = await store.table('standing_card_evidence', period);
  const units = cases === undefined ? [] : unitsOf(cases);
  const asked = `${address.get('dimension') ?? ''}|${address.get('member') ?? ''}`;
  const chosen = {
    period,
    unit: units.some(({value}) => value === asked) ? asked : (units[0]?.value ?? ''),
    figure: address.get('figure') ?? context.kpis[0]?.id ?? ''
  };
  const kpi = context.kpis.find(({id}) => id === chosen.figure);
  place.replaceChildren(
    controls(chosen, units),
    ...(cases === undefined || kpi === undefined
      ? [toNodes(markup`<p class="muted">${say(locale, 'evidence_none')}</p>`)]
      : [toNodes(evidenceOf(kpi, rowsOf(cases, chosen)))])
  );
  place.setAttribute('aria-busy', 'false');
}

interface Option {
  value: string;
  label: string;
}

function controls(chosen: Chosen, units: readonly Option[]): HTMLFormElement {
  const form = toForm(markup`<form class="filters">
${select(
  'period',
  say(locale, 'evidence_period'),
  context.periods.map(({id, name}) => ({value: id, label: name})),
  chosen.period
)}
${select('unit', say(locale, 'evidence_unit'), units, chosen.unit)}
${select(
  'figure',
  say(locale, 'evidence_figure'),
  context.kpis.map(({id, title}) => ({value: id, label: title})),
  chosen.figure
)}
</form>`);
  form.addEventListener('change', () => {
    const given = new FormData(form);
    const [dimension = '', member = ''] = (given.get('unit') as string).split('|');
    const address = new URLSearchParams({
      period: given.get('period') as string,
      dimension,
      member,
      figure: given.get('figure') as string
    });
    history.replaceState(null, '', `?${address.toString()}`);
    void draw();
  });
  return form;
}

function select(name: string, label: string, options: readonly Option[], chosen: string): Markup {
  return markup`<label><span>${label}</span><select id="choose-${name}" name="${name}" autocomplete="off">${options.map(
    ({value, label: text}) =>
      markup`<option value="${value}"${value === chosen ? markup` selected` : undefined}>${text}</option>`
  )}</select></label>`;
}

/** Those who have cases in the period: departments, then people, each in the order of their names. */
function unitsOf(cases: DataTable): Option[] {
  const [dimensions, members] = [cases.texts('dimension'), cases.texts('member')];
  const found = new Set<string>();
  for (let row = 0; row < cases.rows; row++) {
    found.add(`${dimensions.members[dimensions.codes[row]!]!}|${members.members[members.codes[row]!]!}`);
  }
  const names = new Intl.Collator(locale);
  return [...found]
    .map((value) => ({value, label: value.slice(value.indexOf('|') + 1)}))
    .sort((a, b) => a.value.slice(0, 3).localeCompare(b.value.slice(0, 3)) || names.compare(a.label, b.label));
}

function rowsOf(cases: DataTable, {unit, figure}: Chosen): EvidenceRow[] {
  const [kpis, dimensions, members] = [cases.texts('kpi'), cases.texts('dimension'), cases.texts('member')];
  const rows = tableRows(
    cases,
    (row) =>
      kpis.members[kpis.codes[row]!] === figure &&
      `${dimensions.members[dimensions.codes[row]!]!}|${members.members[members.codes[row]!]!}` === unit
  ) as EvidenceRow[];
  const isCounted = ({counted}: EvidenceRow) => (counted === 'in_figure' ? 0 : 1);
  return rows.sort((a, b) => isCounted(a) - isCounted(b) || (a.record_id < b.record_id ? -1 : 1));
}

function evidenceOf(kpi: Kpi, rows: readonly EvidenceRow[]): Markup {
  const counted = rows.filter((row) => row.counted === 'in_figure');
  const [total, count] = [sum(counted, 'total'), sum(counted, 'count')];
  const expected = counted.reduce((so, {total: own, peer_rate: rate}) => so + own * (rate ?? 0), 0);
  const texts = {
    cases: formatCount(new Set(counted.map(({record_id}) => record_id)).size),
    total: formatShared(total),
    count: formatShared(count),
    value: total > 0 ? formatValue(count / total, kpi.unit, locale) : '—'
  };
  const sentences = [
    say(locale, 'evidence_sum', texts),
    ...(kpi.kind === 'ratio' && counted.every(({peer_rate: rate}) => rate !== null)
      ? [say(locale, 'evidence_expected', {expected: formatNumber(expected, 4)})]
      : []),
    ...(rows.length > counted.length
      ? [say(locale, 'evidence_uncounted', {count: formatCount(rows.length - counted.length)})]
      : [])
  ];
  return markup`<p class="found" role="status">${sentences.join(locale === 'en' ? ' ' : '')}</p>
${caseTable(kpi, rows)}`;
}

function caseTable(kpi: Kpi, rows: readonly EvidenceRow[]): Markup {
  const number = (value: number | null, decimals: number) => (value === null ? '' : formatNumber(value, decimals, 0));
  const {times, decimals} = scaleOf(kpi.unit);
  const unit = unitText(kpi.unit, locale);
  const columns = [
    {head: say(locale, 'evidence_case'), print: (row: EvidenceRow) => row.record_id},
    {head: say(locale, 'evidence_counted'), print: (row: EvidenceRow) => describeCounted(row, locale)},
    {
      head: say(locale, 'evidence_share'),
      isNumber: true,
      print: (row: EvidenceRow) => (row.counted === 'in_figure' ? number(row.total, 6) : '')
    },
    {
      head: say(locale, 'evidence_numerator'),
      isNumber: true,
      print: (row: EvidenceRow) => (row.counted === 'in_figure' ? number(row.count, 6) : '')
    },
    {
      head: say(locale, 'evidence_peer'),
      isNumber: true,
      print: ({peer_rate: rate}: EvidenceRow) =>
        rate === null ? '' : `${formatNumber(rate * times, decimals + 3)}${unit}`
    },
    ...(['received', 'due', 'resolved'] as const).map((step) => ({
      head: say(locale, `evidence_${step}`),
      print: (row: EvidenceRow) => (row[`${step}_at`] as string | null) ?? ''
    })),
    {head: say(locale, 'evidence_first'), print: (row: EvidenceRow) => (row['first_receiver'] as string | null) ?? ''},
    {head: say(locale, 'evidence_holder'), print: (row: EvidenceRow) => (row['handler'] as string | null) ?? ''},
    {
      head: say(locale, 'evidence_transferred'),
      print: ({is_transferred: is}: EvidenceRow) => (is === true ? say(locale, 'yes') : '')
    }
  ];
  return table(
    columns.map(({head, isNumber}) => ({head, isNumber: isNumber ?? false})),
    rows.map((row) => columns.map(({print}) => print(row))),
    say(locale, 'evidence_case'),
    'evidence'
  );
}

function sum(rows: readonly EvidenceRow[], name: 'count' | 'total'): number {
  // Shares have six digits at most: their sum is exact when it is made of whole numbers.
  return rows.reduce((so, row) => so + Math.round(row[name] * 1e6), 0) / 1e6;
}
