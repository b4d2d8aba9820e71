import {markup, type Markup} from '../drawing/markup.ts';
import {formatCount, formatNumber} from '../words/formatValue.ts';
import type {Spot} from './hotSpots.ts';

/** From which ratios on a cell has a stronger shade; below one, their inverses. */
const STEPS = [1.25, 2];

/** The names of rows and columns, and how one cell is told. */
export interface HeatNames {
  label: string;
  /** What stands above the names of the rows and before those of the columns. */
  corner: string;
  first: (member: string) => string;
  second: (member: string) => string;
  tell: (spot: Spot) => string;
}

/**
 * Draws places of two dimensions as a table whose cells are shaded by their ratio to what is expected. A cell that stands out has a sign
 * and a frame as well, so that nothing hangs on colour.
 */
export function heatTable(spots: readonly Spot[], {label, corner, first, second, tell}: HeatNames): Markup {
  const rows = membersOf(spots, ({first_member}) => first_member);
  const columns = membersOf(spots, ({second_member}) => second_member ?? '');
  const cells = new Map(spots.map((spot) => [`${spot.first_member} ${spot.second_member ?? ''}`, spot]));
  return markup`<div class="table heat" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr><th scope="col">${corner}</th>${columns.map((member) => markup`<th scope="col">${second(member)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (member) =>
      markup`<tr><th scope="row">${first(member)}</th>${columns.map((other) => cell(cells.get(`${member} ${other}`), tell))}</tr>\n`
  )}</tbody></table></div>`;
}

function cell(spot: Spot | undefined, tell: (spot: Spot) => string): Markup {
  if (spot === undefined) return markup`<td></td>`;
  const mark = spot.verdict === 'act' || spot.verdict === 'look' ? markOf(spot) : '';
  return markup`<td class="${shadeOf(spot)}" title="${tell(spot)}">${mark}${formatCount(spot.observed)}</td>`;
}

/** The sign of a place that stands out: filled where it is clear, hollow where it is worth a look. */
export function markOf({verdict, observed, expected}: Spot): string {
  const isMore = observed >= expected;
  if (verdict === 'act') return isMore ? '▲' : '▼';
  return isMore ? '△' : '▽';
}

function shadeOf({ratio, verdict}: Spot): string {
  if (verdict === 'too_few' || ratio === null) return 'untested';
  const side = ratio >= 1 ? 'more' : 'fewer';
  const strength = STEPS.filter((step) => Math.max(ratio, 1 / ratio) >= step).length;
  const shade = strength === 0 ? 'level' : `${side}-${strength}`;
  return verdict === 'act' ? `${shade} ${side} act` : shade;
}

/** Numbers from the first to the last, those without a case as well; other members by the cases that they have. */
function membersOf(spots: readonly Spot[], pick: (spot: Spot) => string): string[] {
  const counts = new Map<string, number>();
  for (const spot of spots) counts.set(pick(spot), (counts.get(pick(spot)) ?? 0) + spot.observed);
  const members = [...counts.keys()];
  if (members.every((member) => /^\d{1,2}$/.test(member))) {
    const numbers = members.map(Number);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const width = members[0]?.length ?? 0;
    return Array.from({length: last - first + 1}, (_, at) => String(first + at).padStart(width, '0'));
  }
  return members.sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** What is expected, with a decimal where it is small. */
export function formatExpected(expected: number): string {
  return formatNumber(expected, expected < 10 ? 1 : 0);
}
