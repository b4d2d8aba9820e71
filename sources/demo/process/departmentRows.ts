import type {Company} from './company.ts';
import type {Row} from './row.ts';

/** The departments of a company, as they are. */
export function departmentRows({departments}: Company): Row[] {
  const {head_office: parent, hotline, quality} = departments;
  const handling = Object.entries(departments.departments).map(([department, {staff, region}]) =>
    row({department, parent, kind: 'handling', region: region ?? null, headcount: String(staff.length)})
  );
  return [
    row({department: parent, kind: 'management', headcount: String(Object.keys(departments.approvers).length)}),
    row({department: hotline.department, parent, kind: 'receiving', headcount: String(hotline.staff.length)}),
    ...(quality
      ? [row({department: quality.department, parent, kind: 'quality', headcount: String(quality.staff.length)})]
      : []),
    ...handling
  ];
}

function row(known: Row): Row {
  return {parent: null, region: null, ...known};
}
