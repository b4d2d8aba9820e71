/** The dimensions by which every page of analysis is filtered, in the order of the controls. */
export const FILTER_DIMENSIONS = ['department', 'category', 'channel'] as const;
export type FilterDimension = (typeof FILTER_DIMENSIONS)[number];

/** What a view is narrowed to: months, YYYY-MM, both included, and one member of each dimension; an empty member is "not given". */
export type Filters = Readonly<Partial<Record<'from' | 'to' | FilterDimension, string>>>;

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Reads filters from the parameters of an address; what is no filter is left alone.
 *
 * @example readFilters(new URLSearchParams('from=2025-01&department=客服部')) // {from: '2025-01', department: '客服部'}
 */
export function readFilters(parameters: URLSearchParams): Filters {
  const filters: Record<string, string> = {};
  for (const name of ['from', 'to', ...FILTER_DIMENSIONS]) {
    const value = parameters.get(name);
    if (value === null || ((name === 'from' || name === 'to') && !MONTH.test(value))) continue;
    filters[name] = value;
  }
  if (filters['from'] !== undefined && filters['to'] !== undefined && filters['from'] > filters['to']) {
    [filters['from'], filters['to']] = [filters['to'], filters['from']];
  }
  return filters;
}

/** Writes filters into the parameters of an address. */
export function writeFilters(filters: Filters, parameters: URLSearchParams): void {
  for (const name of ['from', 'to', ...FILTER_DIMENSIONS] as const) {
    const value = filters[name];
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
}

/** Whether anything is left out. */
export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}
