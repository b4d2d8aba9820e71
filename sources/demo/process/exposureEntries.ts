import type {Company} from './company.ts';
import {seasonFactor} from './dayVolume.ts';
import {dateTimeText, type LocalTime, type Month, monthText, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';
import {ordersOf} from './serviceOrder.ts';

/** How much each department did in a month, up to a moment: that is what complaints are held against. */
export function exposureEntries(company: Company, month: Month, until: LocalTime): Entry[] {
  const {exposure} = company;
  if (!exposure) return [];
  const start = startOfMonth(month);
  const elapsed = Math.min(1, (until - start) / (startOfMonth(month + 1) - start));
  const quantities = company.service_orders
    ? ordersByDepartment(company, month, until)
    : new Map([...plannedByDepartment(company, exposure, month)].map(([name, planned]) => [name, planned * elapsed]));
  return Object.keys(company.departments.departments).map((department, i): Entry => {
    const number = `${exposure.prefix}${monthText(month).replace('-', '')}${String(i + 1).padStart(2, '0')}`;
    const row = {
      exposure_id: number,
      at: dateTimeText(start),
      measure: exposure.measure,
      quantity: String(Math.round(quantities.get(department) ?? 0)),
      department
    };
    return {kind: 'exposure', at: start, order: number, row: () => row};
  });
}

function ordersByDepartment(company: Company, month: Month, until: LocalTime): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {department, requestedAt} of ordersOf(company, month)) {
    if (requestedAt <= until) counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return counts;
}

function plannedByDepartment(
  company: Company,
  {per_month = 0, spread, is_seasonal}: NonNullable<Company['exposure']>,
  month: Month
): Map<string, number> {
  const shares = departmentShares(company);
  const total = per_month * (is_seasonal ? seasonFactor(company, startOfMonth(month)) : 1);
  return new Map(
    [...shares].map(([department, share]) => {
      const stream = new RandomStream(company.profile.seed, 'exposure', month, department);
      return [department, total * share * (1 + spread * (2 * stream.uniform() - 1))];
    })
  );
}

/** Which part of the business each department has, by its services and districts. */
function departmentShares({services, departments}: Company): Map<string, number> {
  const districts = Object.values(departments.districts);
  const people = districts.reduce((sum, {weight}) => sum + weight, 0);
  const business = Object.values(services).reduce((sum, {weight}) => sum + weight, 0);
  const shares = new Map<string, number>();
  const add = (department: string, share: number) => shares.set(department, (shares.get(department) ?? 0) + share);
  for (const {weight, department} of Object.values(services)) {
    if (department !== undefined) add(department, weight / business);
    else for (const district of districts) add(district.department, (weight / business) * (district.weight / people));
  }
  return shares;
}
