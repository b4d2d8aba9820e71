import type {Company} from './company.ts';
import {DAY, dateTimeText, type LocalTime, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Row} from './row.ts';
import {approver, startOf} from './staff.ts';

interface Post {
  readonly staff: string;
  readonly department: string;
  readonly role: string;
  readonly from: LocalTime;
  readonly until?: LocalTime;
}

/** The list of staff: one row per time in a department, as far as it had begun at a moment. */
export function staffRows(company: Company, asOf: LocalTime): Row[] {
  return posts(company)
    .filter(({from}) => from <= asOf)
    .map(({staff, department, role, from, until}) => ({
      staff,
      department,
      role,
      from_at: dateTimeText(from),
      until_at: until !== undefined && until <= asOf ? dateTimeText(until) : null,
      is_commended: String(
        new RandomStream(company.profile.seed, 'commended', staff, from).chance(company.departments.share_commended)
      )
    }));
}

function posts(company: Company): Post[] {
  const {departments, truths} = company;
  const {roles, hotline, quality} = departments;
  const begun = (staff: string) => joined(company, staff);
  const handlers = Object.entries(departments.departments).flatMap(([department, {staff}]) =>
    staff.flatMap((name) => handlerPosts(company, name, department))
  );
  const others = (names: readonly string[], department: string, role: string) =>
    names.map((staff): Post => ({staff, department, role, from: begun(staff)}));
  const approvers = Object.keys(departments.approvers).map((text): Post => {
    const {name, department} = approver(text);
    return {staff: name, department, role: roles.approver, from: begun(name)};
  });
  const standIns = truths.two_case_handlers.map(({handler, department}): Post => {
    return {staff: handler, department, role: roles.handler, from: begun(handler)};
  });
  return [
    ...handlers,
    ...others(hotline.staff, hotline.department, roles.hotline),
    ...(quality ? others(quality.staff, quality.department, roles.quality) : []),
    ...approvers,
    ...standIns
  ];
}

function handlerPosts(company: Company, staff: string, department: string): Post[] {
  const {moves, roles} = company.departments;
  const move = moves.find((one) => one.staff === staff);
  const first: Post = {staff, department, role: roles.handler, from: joined(company, staff)};
  if (!move) return [first];
  const at = startOf(move.from);
  return [
    {...first, until: at},
    {...first, department: move.to, from: at}
  ];
}

/** When somebody joined the company: long before the first case. */
function joined({profile}: Company, staff: string): LocalTime {
  const stream = new RandomStream(profile.seed, 'joined', staff);
  return startOfMonth(12 * 2012) + stream.integer(0, 1800) * DAY;
}
