import type {TableEntry} from '../../../src/publish/publishTables.ts';
import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount, formatNumber} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {readContext, type AnalysisContext} from '../context.ts';
import {csvFile} from '../csvFile.ts';
import {download} from '../download.ts';
import {SqlDatabase, type SqlResult} from '../sqlDatabase.ts';
import {SQL_EXAMPLES} from '../sqlExamples.ts';
import {TableStore} from '../tableStore.ts';
import {toElement, toForm, toNodes} from '../toNodes.ts';

/** How many rows of a result are shown. */
const MOST_ROWS = 1000;

const context = readContext();
const store = new TableStore(`${context.root}/tables`);
const database = new SqlDatabase(store, `${context.root}/duckdb`);
const place = document.getElementById('analysis-view')!;
const catalog = await store.catalog();

const form = toForm(page(context, catalog));
place.replaceChildren(form);
place.setAttribute('aria-busy', 'false');
const editor = form.elements.namedItem('sql') as HTMLTextAreaElement;
const result = form.querySelector<HTMLElement>('.sql-result')!;

editor.value = new URLSearchParams(location.search).get('q') ?? SQL_EXAMPLES[0]!.sql;
editor.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void answer();
});
for (const button of form.querySelectorAll<HTMLButtonElement>('.examples button')) {
  button.addEventListener('click', () => {
    editor.value = SQL_EXAMPLES[Number(button.dataset['example'])]!.sql;
    form.requestSubmit();
  });
}

/** Runs what stands in the editor, and shows its rows or what is wrong with it. */
async function answer(): Promise<void> {
  const {locale} = context;
  const sql = editor.value.trim();
  if (sql === '') return;
  history.replaceState(null, '', `?${new URLSearchParams({q: sql}).toString()}`);
  place.setAttribute('aria-busy', 'true');
  try {
    result.replaceChildren(toNodes(markup`<p class="muted">${say(locale, 'sql_starting')}</p>`));
    await database.start();
    result.replaceChildren(toNodes(markup`<p class="muted">${say(locale, 'sql_running')}</p>`));
    const begun = performance.now();
    const found = await database.run(sql);
    result.replaceChildren(...shown(found, (performance.now() - begun) / 1000));
  } catch (error) {
    const message = errorMessage(error instanceof Error ? error.message : String(error));
    result.replaceChildren(toNodes(markup`<p class="notice" role="alert">${message}</p>`));
  }
  place.setAttribute('aria-busy', 'false');
}

function shown(found: SqlResult, seconds: number): Node[] {
  const {locale} = context;
  if (found.rows.length === 0) return [toNodes(markup`<p class="muted">${say(locale, 'sql_none')}</p>`)];
  const told = {
    count: formatCount(found.rows.length),
    seconds: formatNumber(seconds, 2),
    shown: formatCount(MOST_ROWS)
  };
  const bar =
    toElement(markup`<p class="tools"><span role="status">${say(locale, found.rows.length > MOST_ROWS ? 'sql_cut' : 'sql_rows', told)}</span>
<button type="button">${say(locale, 'download_csv')}</button></p>`);
  bar.querySelector('button')!.addEventListener('click', () => {
    download(
      'result.csv',
      csvFile(
        found.columns.map(({name}) => name),
        found.rows
      ),
      'text/csv;charset=utf-8'
    );
  });
  const rows = found.rows.slice(0, MOST_ROWS).map((row) => row.map((value) => value ?? ''));
  const columns = found.columns.map(({name, isNumber}) => ({head: name, isNumber}));
  return [bar, toNodes(table(columns, rows, say(locale, 'sql_label'), 'records'))];
}

/** An error in plain words where it is a frequent one, else DuckDB's first line. */
function errorMessage(message: string): string {
  const {locale} = context;
  const name = /Table with name (\S+) does not exist/.exec(message)?.[1];
  if (name !== undefined) {
    const tables = catalog.map((entry) => entry.name).join(say(locale, 'comma'));
    return say(locale, 'sql_unknown_table', {name, tables});
  }
  return say(locale, 'sql_error', {message: message.split('\n').slice(0, 4).join('\n')});
}

function page({locale}: AnalysisContext, entries: readonly TableEntry[]): Markup {
  if (entries.length === 0) {
    return markup`<form><textarea name="sql" hidden></textarea><p class="muted">${say(locale, 'analysis_no_data')}</p><div class="sql-result"></div></form>`;
  }
  return markup`<form class="sql">
<label class="unseen" for="sql-editor">${say(locale, 'sql_label')}</label>
<textarea id="sql-editor" name="sql" rows="10" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
<p class="tools"><button type="submit">${say(locale, 'sql_run')}</button><span class="small">${say(locale, 'sql_hint')}</span></p>
<div class="sql-result" aria-live="polite"></div>
<h2>${say(locale, 'sql_examples')}</h2>
<ul class="examples">${SQL_EXAMPLES.map(
    ({title}, index) => markup`<li><button type="button" data-example="${index}">${title[locale]}</button></li>`
  )}</ul>
<h2>${say(locale, 'sql_tables')}</h2>
${entries.map(
  ({name, title, rows, columns}) => markup`<details class="sql-table"><summary><code>${name}</code> ${title[locale]}
<span class="muted">${say(locale, 'sql_table_rows', {count: formatCount(rows)})}</span></summary>
<p class="columns">${columns.map((column) => markup`<span><code>${column.name}</code> ${column.type}</span> `)}</p></details>`
)}
</form>`;
}
