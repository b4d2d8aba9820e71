import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {casesBetween} from '../../sources/demo/process/casesBetween.ts';
import {readCompany, type Company} from '../../sources/demo/process/company.ts';
import type {NumberedCase} from '../../sources/demo/process/complaintCase.ts';
import {DAY, dateText, monthOf, startOfMonth, type Month} from '../../sources/demo/process/localTime.ts';
import type {MethodRow} from '../../src/methods/method.ts';
import {METHODS} from '../../src/methods/registry.ts';
import {projectRoot} from '../../src/project.ts';
import {readModels} from '../../src/transform/model.ts';

export const COMPANIES = ['service-industry', 'craft-export', 'gps-service', 'feedback-resolution', 'real-estate'];

/** A demonstration company as it stands in the project. */
export function companyOf(name: string): Company {
  return readCompany(pathToFileURL(join(projectRoot, 'sources/demo', name, '/')));
}

/** So many months, the last of them last. */
export function monthsUntil(last: Month, count: number): Month[] {
  return Array.from({length: count}, (_, i) => last - count + 1 + i);
}

/** The complaints of a company in some months, straight from its generator. */
export function complaintsOf(company: Company, months: readonly Month[]): NumberedCase[] {
  const [first, last] = [months[0]!, months.at(-1)!];
  return casesBetween(company, startOfMonth(first), startOfMonth(last + 1) - 1).filter(
    ({kind}) => kind === 'complaint'
  );
}

/** Runs the method of a mart of the project, with the settings that the mart gives it, on rows of one's own. */
export async function runMart(id: string, rows: readonly MethodRow[]): Promise<readonly MethodRow[]> {
  const {method} = (await readModels()).models.find((model) => model.name === `marts.${id}`)!;
  return METHODS[method!.name]!.run(rows, method!.options);
}

export function dayOf(month: Month): string {
  return dateText(startOfMonth(month));
}

export function daysOf(month: Month): number {
  return (startOfMonth(month + 1) - startOfMonth(month)) / DAY;
}

/** How many cases each member has in each month. */
export function countsBy(
  cases: readonly NumberedCase[],
  member: (one: NumberedCase) => string
): Map<string, Map<Month, number>> {
  const counts = new Map<string, Map<Month, number>>();
  for (const one of cases) {
    const ofMember = counts.get(member(one)) ?? new Map<Month, number>();
    counts.set(member(one), ofMember);
    const month = monthOf(one.receivedAt);
    ofMember.set(month, (ofMember.get(month) ?? 0) + 1);
  }
  return counts;
}

/** By what marts.cause_trends tells cases apart. */
const DIMENSIONS: Readonly<Record<string, (one: NumberedCase) => string>> = {
  cause_root: (one) => one.cause.root,
  category: (one) => one.category,
  subcategory: (one) => one.subcategory,
  product: (one) => one.service
};

/** The rows that marts.cause_trends reads. */
export function causeRows(cases: readonly NumberedCase[], months: readonly Month[]): MethodRow[] {
  return Object.entries(DIMENSIONS).flatMap(([dimension, member]) =>
    [...countsBy(cases, member)].flatMap(([name, counts]) =>
      months.map((month) => ({
        dimension,
        member: name,
        period_start: dayOf(month),
        count: counts.get(month) ?? 0,
        exposure: daysOf(month)
      }))
    )
  );
}
