import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {readContext, type AnalysisContext} from './context.ts';
import type {DataTable} from './dataTable.ts';
import {filterBar, type Choice, type FilterOptions} from './filterBar.ts';
import {FILTER_DIMENSIONS, readFilters, writeFilters, type Filters} from './filters.ts';
import {monthText} from '../figures/month.ts';
import {TableStore} from './tableStore.ts';
import {toNodes} from './toNodes.ts';

/** What a view draws from. */
export interface ViewState {
  context: AnalysisContext;
  store: TableStore;
  filters: Filters;
  /** A choice or another parameter of the address; empty where there is none. */
  chosen: (name: string) => string;
  /** Sets parameters of the address and draws again; an empty value takes one out. */
  set: (parameters: Readonly<Record<string, string>>) => void;
}

/** A page of analysis. */
export interface View {
  /** The table whose members and months the filters offer, with its column of days or times. */
  filtered: {table: string; time: string};
  /** Further things to choose; asked once, when the tables are there. */
  choices?: (context: AnalysisContext, store: TableStore) => Choice[] | Promise<Choice[]>;
  /** Draws what is below the filters, whenever one of them changes. */
  draw: (state: ViewState) => Drawn | Promise<Drawn>;
}

/** What a view draws, from top to bottom. */
export type Drawn = readonly (Node | Markup)[];

/**
 * Runs a page of analysis: loads its table, keeps filters and choices in the address, and draws on each change. The
 * place of the drawing is aria-busy while it is behind.
 */
export async function startView({filtered, choices, draw}: View): Promise<void> {
  const place = document.getElementById('analysis-view')!;
  const context = readContext();
  const store = new TableStore(`${context.root}/tables`);
  try {
    const options = await filterOptions(store, filtered);
    if (options === undefined) {
      show(place, [markup`<p class="muted">${say(context.locale, 'analysis_no_data')}</p>`]);
      place.setAttribute('aria-busy', 'false');
      return;
    }
    const offered = (await choices?.(context, store)) ?? [];
    run({place, context, store, offered, options, draw});
  } catch (error) {
    showError(place, context, error);
  }
}

interface Running {
  place: HTMLElement;
  context: AnalysisContext;
  store: TableStore;
  offered: readonly Choice[];
  options: FilterOptions;
  draw: View['draw'];
}

function run({place, context, store, offered, options, draw}: Running): void {
  const bar = document.createElement('div');
  const result = document.createElement('div');
  place.replaceChildren(bar, result);
  const address = () => new URLSearchParams(location.search);
  const chosen = (name: string) => choiceIn(address(), offered, name);
  let round = 0;

  const drawBar = () => {
    const shown = offered.filter(({isOffered}) => isOffered?.(chosen) ?? true);
    show(bar, [
      filterBar(context, shown, options, {
        filters: readFilters(address()),
        chosen,
        choose: (name, value) => {
          set({[name]: value});
        },
        filter: (filters) => {
          update((next) => {
            writeFilters(filters, next);
          });
        }
      })
    ]);
  };
  const redraw = async () => {
    const mine = ++round;
    place.setAttribute('aria-busy', 'true');
    try {
      const drawn = await draw({context, store, filters: readFilters(address()), chosen, set});
      if (mine === round) show(result, drawn);
    } catch (error) {
      if (mine === round) showError(result, context, error);
    }
    if (mine === round) place.setAttribute('aria-busy', 'false');
  };
  /** Writes a change into the address, from where everything is read: so an address always says what is shown. */
  const update = (edit: (next: URLSearchParams) => void) => {
    const next = address();
    next.delete('page');
    edit(next);
    writeAddress(next);
    drawBar();
    void redraw();
  };
  const set = (given: Readonly<Record<string, string>>) => {
    update((next) => {
      for (const [name, value] of Object.entries(given)) {
        if (value === (offered.find((choice) => choice.name === name)?.initial ?? '')) next.delete(name);
        else next.set(name, value);
      }
    });
  };
  addEventListener('popstate', () => {
    drawBar();
    void redraw();
  });
  drawBar();
  carryFilters();
  void redraw();
}

/** What an address says of a choice, where that is one of its options; else what is chosen to begin with. */
function choiceIn(address: URLSearchParams, offered: readonly Choice[], name: string): string {
  const given = address.get(name);
  const choice = offered.find((each) => each.name === name);
  if (choice === undefined) return given ?? '';
  return given !== null && choice.options.some(({value}) => value === given) ? given : choice.initial;
}

function writeAddress(address: URLSearchParams): void {
  const query = address.toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  carryFilters();
}

/** Lets the links to the other pages of analysis keep the filters. */
function carryFilters(): void {
  const filters = readFilters(new URLSearchParams(location.search));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.analysis-pages a')) {
    const address = new URLSearchParams();
    writeFilters(filters, address);
    link.search = address.toString();
  }
}

/** What the filters of a table offer; undefined where there is no such table. */
async function filterOptions(
  store: TableStore,
  {table: name, time}: View['filtered']
): Promise<FilterOptions | undefined> {
  const table = await store.table(name);
  if (table === undefined) return undefined;
  return {months: monthsOf(table, time), members: membersOf(table)};
}

function monthsOf(table: DataTable, time: string): string[] {
  const months = [...new Set(table.months(time))].filter((month) => month >= 0).sort((a, b) => a - b);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({length: last - first + 1}, (_, step) => monthText(first + step));
}

function membersOf(table: DataTable): Record<string, readonly string[]> {
  const named = FILTER_DIMENSIONS.filter((name) => table.has(name));
  return Object.fromEntries(named.map((name) => [name, [...table.texts(name).members].sort()]));
}

/** Puts what is drawn in its place. What had the focus has it again, if it is drawn again under its id. */
function show(place: Element, drawn: Drawn): void {
  const focused = document.activeElement?.id ?? '';
  place.replaceChildren(...drawn.map((each) => (each instanceof Node ? each : toNodes(each))));
  if (focused !== '' && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

function showError(place: Element, {locale}: AnalysisContext, error: unknown): void {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  show(place, [markup`<p class="notice" role="alert">${say(locale, 'analysis_failed', {message})}</p>`]);
  place.setAttribute('aria-busy', 'false');
}
