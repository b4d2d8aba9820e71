import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {parsePeriod, shiftPeriod} from '../../figures/period.ts';
import {formatCount, formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {arrowRows} from '../arrowRows.ts';
import {caseColumns, columnHead, type CaseColumn} from '../caseColumns.ts';
import {memberName, type AnalysisContext, type AnalysisKpi} from '../context.ts';
import {countedCases, type CountedCases} from '../countedCases.ts';
import {csvFile} from '../csvFile.ts';
import type {DataTable} from '../dataTable.ts';
import {download} from '../download.ts';
import {monthOfText, monthText} from '../../figures/month.ts';
import {pageOf, pager} from '../pager.ts';
import {selectRows} from '../selectRows.ts';
import {sortRows} from '../sortRows.ts';
import {startView, type ViewState} from '../startView.ts';
import {toElement, toForm} from '../toNodes.ts';

const PAGE = 50;
const LATEST_FIRST = '-received_at';

openPeriod();
void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async ({kpis, locale}, store) => {
    const parts = (await store.entry('figure_records'))?.parts ?? [];
    const figures = kpis
      .filter(({id}) => parts.some(({member}) => member === id))
      .map(({id, title}) => ({value: id, label: title[locale]}));
    const shares = kpis.filter(({kind}) => kind !== 'count').map(({id}) => id);
    const counted = [
      {value: '', label: say(locale, 'filter_all')},
      {value: 'yes', label: say(locale, 'records_counted_yes')},
      {value: 'no', label: say(locale, 'records_counted_no')}
    ];
    return [
      {
        name: 'figure',
        label: say(locale, 'choose_figure'),
        options: [{value: '', label: say(locale, 'records_any')}, ...figures],
        initial: ''
      },
      {
        name: 'counted',
        label: say(locale, 'records_counted'),
        options: counted,
        initial: '',
        isOffered: (chosen) => shares.includes(chosen('figure'))
      }
    ];
  },
  draw: async (state) => {
    const {context, store, filters, chosen} = state;
    const cases = (await store.table('cases'))!;
    const kpi = context.kpis.find(({id}) => id === chosen('figure'));
    const records = kpi && (await store.table('figure_records', kpi.id));
    const counted = records && countedCases(cases, records, filters);
    const part = narrow(
      counted?.rows ?? selectRows(cases, 'received_at', filters),
      counted,
      kpi?.kind === 'count' ? '' : chosen('counted')
    );
    const found = search(cases, part, chosen('q'));
    const order = orderOf(cases, chosen('sort'));
    const sorted = sortRows(cases, found, order, (member) => memberName(context, order.column, member));
    const columns = [...caseColumns(context, cases, 'shown')];
    if (kpi && counted) columns.splice(1, 0, ...figureColumns(context, kpi, counted));
    return [
      summary(context, found.length, kpi, counted),
      toolbar(state, {cases, rows: sorted}),
      sorted.length === 0
        ? markup`<p class="muted">${say(context.locale, 'analysis_empty')}</p>`
        : caseTable(state, {columns, rows: sorted, cases, order}),
      pager(state, sorted.length, PAGE, 'records_page')
    ];
  }
});

/** A figure's page names one period; the address says it as the months that it spans. */
function openPeriod(): void {
  const address = new URLSearchParams(location.search);
  const period = parsePeriod(address.get('period') ?? '');
  if (period === undefined) return;
  address.delete('period');
  address.set('from', period.start.slice(0, 7));
  address.set('to', monthText(monthOfText(shiftPeriod(period, 1).start) - 1));
  history.replaceState(null, '', `?${address.toString()}`);
}

/** Of the cases that a figure counts, those in its numerator or those that are not. */
function narrow(rows: Int32Array, counted: CountedCases | undefined, which: string): Int32Array {
  if (counted === undefined || which === '') return rows;
  return rows.filter((row) => counted.numerators[row]! > 0 === (which === 'yes'));
}

function search(cases: DataTable, rows: Int32Array, part: string): Int32Array {
  if (part === '') return rows;
  const wanted = part.toLowerCase();
  const {codes, members} = cases.texts('number');
  return rows.filter((row) => members[codes[row]!]!.toLowerCase().includes(wanted));
}

interface Order {
  column: string;
  isDescending: boolean;
}

/** The order that the address names: a column, with a hyphen before it for the other way round. */
function orderOf(cases: DataTable, sort: string): Order {
  const given = sort === '' ? LATEST_FIRST : sort;
  const column = given.replace(/^-/, '');
  return cases.has(column) ? {column, isDescending: given.startsWith('-')} : orderOf(cases, LATEST_FIRST);
}

function figureColumns({locale, ...context}: AnalysisContext, kpi: AnalysisKpi, counted: CountedCases): CaseColumn[] {
  const month = (row: number) => monthText(counted.months[row]!);
  const columns = [
    {name: 'month', head: columnHead({locale, ...context}, 'month'), isNumber: false, read: month, print: month}
  ];
  if (kpi.kind === 'count') return columns;
  const mark = (row: number) => say(locale, counted.numerators[row]! > 0 ? 'counted_yes' : 'counted_no');
  return [
    ...columns,
    {name: 'numerator', head: say(locale, 'record_counts'), isNumber: false, read: mark, print: mark}
  ];
}

/** How many there are; of a figure, what it comes to before it is narrowed to a part of its records. */
function summary(
  {locale}: AnalysisContext,
  shown: number,
  kpi: AnalysisKpi | undefined,
  counted: CountedCases | undefined
): Markup {
  const listed = say(locale, shown === 1 ? 'records_found_one' : 'records_found', {count: formatCount(shown)});
  if (kpi === undefined || counted === undefined) return markup`<p class="found" role="status">${listed}</p>`;
  const {rows, numerators} = counted;
  const parts = [say(locale, 'records_of_figure', {name: kpi.title[locale], count: formatCount(rows.length)})];
  if (kpi.kind !== 'count' && rows.length > 0) {
    const numerator = rows.reduce((sum, row) => sum + (numerators[row]! > 0 ? 1 : 0), 0);
    const value = formatValue(numerator / rows.length, kpi.unit, locale);
    parts.push(say(locale, 'records_in_numerator', {numerator: formatCount(numerator), value}));
  }
  parts.push(say(locale, 'full_stop'));
  if (shown < rows.length) parts.push(say(locale, 'records_listed', {count: formatCount(shown)}));
  return markup`<p class="found" role="status">${parts.join('').trim()}</p>`;
}

function toolbar({context, chosen, set}: ViewState, {cases, rows}: {cases: DataTable; rows: Int32Array}): HTMLElement {
  const {locale} = context;
  const form = toForm(markup`<form class="tools" role="search">
<label><span>${say(locale, 'records_search')}</span><input id="records-search" type="search" name="q" value="${chosen('q')}" placeholder="${say(locale, 'records_search_hint')}" autocomplete="off"></label>
<button type="button" id="download-csv">${say(locale, 'download_csv')}</button>
<button type="button" id="download-arrow">${say(locale, 'download_arrow')}</button>
</form>`);
  const input = form.elements.namedItem('q') as HTMLInputElement;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    set({q: input.value.trim()});
  });
  input.addEventListener('search', () => {
    if (input.value === '' && chosen('q') !== '') set({q: ''});
  });
  form.querySelector('#download-csv')!.addEventListener('click', () => {
    const columns = caseColumns(context, cases, 'all');
    const lines = Array.from(rows, (row) => columns.map(({read}) => read(row)));
    download(
      'cases.csv',
      csvFile(
        columns.map(({head}) => head),
        lines
      ),
      'text/csv;charset=utf-8'
    );
  });
  form.querySelector('#download-arrow')!.addEventListener('click', () => {
    download('cases.arrow', arrowRows(cases, rows), 'application/vnd.apache.arrow.stream');
  });
  return form;
}

function caseTable(
  {context, chosen, set}: ViewState,
  {columns, rows, cases, order}: {columns: readonly CaseColumn[]; rows: Int32Array; cases: DataTable; order: Order}
): HTMLElement {
  const {locale} = context;
  const start = pageOf(chosen, rows.length, PAGE) * PAGE;
  const drawn = toElement(
    table(
      columns.map(({head, isNumber, name}) => ({
        head: cases.has(name)
          ? markup`<button type="button" class="sort" id="sort-${name}" data-column="${name}" title="${say(locale, 'sort_by', {column: head})}">${head}</button>`
          : head,
        isNumber
      })),
      Array.from(rows.subarray(start, start + PAGE), (row) => columns.map(({print}) => print(row))),
      say(locale, 'record_id'),
      'records'
    )
  );
  for (const button of drawn.querySelectorAll<HTMLButtonElement>('.sort')) {
    const column = button.dataset['column']!;
    const isSorted = column === order.column;
    if (isSorted) button.closest('th')!.setAttribute('aria-sort', order.isDescending ? 'descending' : 'ascending');
    button.addEventListener('click', () => {
      const sort = isSorted && !order.isDescending ? `-${column}` : column;
      set({sort: sort === LATEST_FIRST ? '' : sort});
    });
  }
  return drawn;
}
