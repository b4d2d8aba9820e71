import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {memberName, type AnalysisContext} from './context.ts';
import {FILTER_DIMENSIONS, type Filters} from './filters.ts';
import {toForm} from './toNodes.ts';

/** One thing to choose on a page besides the filters; it stands in the address under its name. */
export interface Choice {
  name: string;
  label: string;
  options: readonly {value: string; label: string}[];
  /** What is chosen where the address says nothing. */
  initial: string;
  /** Whether it can be chosen now; always where nothing is said. */
  isOffered?: (chosen: (name: string) => string) => boolean;
}

/** What can be filtered by: months, YYYY-MM in order, and the members of each dimension. */
export interface FilterOptions {
  months: readonly string[];
  members: Readonly<Record<string, readonly string[]>>;
}

/** In a select, the option that filters by nothing; an empty value means a member that is not given. */
const ALL = '*';

/** What the controls show, and what is done when one of them is changed. */
export interface FilterState {
  filters: Filters;
  chosen: (name: string) => string;
  choose: (name: string, value: string) => void;
  filter: (filters: Filters) => void;
}

/** The line of controls above a view. */
export function filterBar(
  context: AnalysisContext,
  choices: readonly Choice[],
  options: FilterOptions,
  {filters, chosen, choose, filter}: FilterState
): HTMLFormElement {
  const {locale} = context;
  const all = {value: ALL, label: say(locale, 'filter_all')};
  const months = withCurrent(options.months, [filters.from, filters.to]).map((month) => ({value: month, label: month}));
  const dimensions = FILTER_DIMENSIONS.filter(
    (name) => (options.members[name]?.length ?? 0) > 1 || filters[name] !== undefined
  );
  const form = toForm(markup`<form class="filters" aria-label="${say(locale, 'filters_label')}">
${choices.map((choice) => control(choice.name, choice.label, choice.options, chosen(choice.name)))}
${control('from', say(locale, 'filter_from'), [{value: ALL, label: say(locale, 'filter_first')}, ...months], filters.from ?? ALL)}
${control('to', say(locale, 'filter_to'), [{value: ALL, label: say(locale, 'filter_last')}, ...months], filters.to ?? ALL)}
${dimensions.map((name) => {
  const members = withCurrent(options.members[name] ?? [], [filters[name]]);
  const listed = members.map((member) => ({value: member, label: memberName(context, name, member)}));
  return control(name, context.dimensions[name]?.[locale] ?? name, [all, ...listed], filters[name] ?? ALL);
})}
<button type="reset">${say(locale, 'filters_clear')}</button>
</form>`);
  const filterNames = ['from', 'to', ...dimensions];
  form.addEventListener('change', ({target}) => {
    const {name, value} = target as HTMLSelectElement;
    if (!filterNames.includes(name)) {
      choose(name, value);
      return;
    }
    const given = filterNames.map((each) => [each, (form.elements.namedItem(each) as HTMLSelectElement).value]);
    filter(Object.fromEntries(given.filter(([, value]) => value !== ALL)) as Filters);
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    filter({});
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return form;
}

function control(name: string, label: string, options: Choice['options'], chosen: string): Markup {
  return markup`<label><span>${label}</span><select id="choose-${name}" name="${name}" autocomplete="off">${options.map(
    ({value, label: text}) =>
      value === chosen
        ? markup`<option value="${value}" selected>${text}</option>`
        : markup`<option value="${value}">${text}</option>`
  )}</select></label>`;
}

/** The options with those that an address names and the data does not hold, so that a control shows what it filters by. */
function withCurrent(options: readonly string[], current: readonly (string | undefined)[]): string[] {
  const further = current.filter((value) => value !== undefined && !options.includes(value)) as string[];
  return [...new Set([...options, ...further])].sort();
}
