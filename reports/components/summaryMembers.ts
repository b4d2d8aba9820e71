import type {SummaryTotal} from '../../src/publish/siteData.ts';
import {markup, type Printable} from '../drawing/markup.ts';
import {categoryMark, policyOrder} from '../words/memberTitle.ts';
import type {Report} from './component.ts';
import {memberName} from './dimensions.ts';

/** The members of a dimension in the order of the policy, then of their complaints; those without a name last. */
export function inPolicyOrder({figures}: Report, totals: readonly SummaryTotal[]): SummaryTotal[] {
  const order = new Map(totals.map(({dimension}) => [dimension, policyOrder(figures.data.policy, dimension)]));
  const place = ({dimension, member}: SummaryTotal) => {
    const found = order.get(dimension)?.indexOf(member) ?? -1;
    if (member === '') return Number.MAX_SAFE_INTEGER;
    return found < 0 ? Number.MAX_SAFE_INTEGER - 1 : found;
  };
  return totals.toSorted((a, b) => place(a) - place(b) || b.complaints - a.complaints);
}

/** The name of a member, with the fixed mark of a category where the policy gives one. */
export function summaryName(report: Report, {dimension, member}: SummaryTotal): Printable {
  const name = memberName(report, dimension, member);
  const mark = dimension === 'category' ? categoryMark(report.figures.data.policy, member) : undefined;
  return mark === undefined ? name : markup`<span class="fixed-mark">${mark}</span> ${name}`;
}
