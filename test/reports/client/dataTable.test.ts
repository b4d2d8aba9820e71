import {expect, test} from 'vitest';
import {arrowRows} from '../../../reports/client/arrowRows.ts';
import {DataTable} from '../../../reports/client/dataTable.ts';
import {selectRows} from '../../../reports/client/selectRows.ts';
import {sortRows} from '../../../reports/client/sortRows.ts';
import {arrowTable} from '../../../src/publish/arrowTable.ts';

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T10:00:00Z`);
const column = (name: string, as: 'text' | 'number' | 'boolean' | 'day' | 'time', values: readonly unknown[]) => ({
  name,
  type: as,
  as,
  values
});

const bytes = arrowTable([
  column('number', 'text', ['A10', 'A9', 'A2', 'A1', 'A3', 'A4']),
  column('department', 'text', ['客服部', '客服部', '', null, '物流部', '客服部']),
  column(
    'received_at',
    'time',
    ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-02', null].map((day) => day && at(day))
  ),
  column('day', 'day', [0, 31, null, 20_000, 1, 2]),
  column('is_open', 'boolean', [true, false, null, true, false, true]),
  column('hours', 'number', [1.5, null, 0, -2, 3, 4])
]);
const table = DataTable.decode(bytes.slice().buffer);

test('a table is read as it was written, and written again as it was read', () => {
  const texts = Array.from({length: table.rows}, (_, row) => table.text('department', row));
  expect(texts).toEqual(['客服部', '客服部', '', undefined, '物流部', '客服部']);
  expect([...table.numbers('hours')]).toEqual([1.5, Number.NaN, 0, -2, 3, 4]);
  expect([...table.numbers('is_open')]).toEqual([1, 0, Number.NaN, 1, 0, 1]);
  expect(table.numbers('day')[3]).toBe(20_000 * DAY);
  expect(table.columns.map((name) => table.kind(name))).toEqual(['text', 'text', 'time', 'day', 'boolean', 'number']);
  expect(arrowRows(table, Int32Array.from([0, 1, 2, 3, 4, 5]))).toEqual(bytes);
});

test('filters let rows through by month and member; an empty member is not one that is missing', () => {
  expect([...selectRows(table, 'received_at', {from: '2026-02', to: '2026-02'})]).toEqual([1, 2]);
  expect([...selectRows(table, 'received_at', {department: '客服部', to: '2026-01'})]).toEqual([0]);
  expect([...selectRows(table, 'received_at', {department: ''})]).toEqual([2]);
  expect([...selectRows(table, 'received_at', {department: '没有'})]).toEqual([]);
  expect([...selectRows(table, 'received_at', {channel: 'phone'})]).toEqual([0, 1, 2, 3, 4, 5]);
});

test('rows are ordered by numbers and by names; those without a value come last, whichever way', () => {
  const all = Int32Array.from([0, 1, 2, 3, 4, 5]);
  expect([...sortRows(table, all, {column: 'hours', isDescending: false})]).toEqual([3, 2, 0, 4, 5, 1]);
  expect([...sortRows(table, all, {column: 'hours', isDescending: true})]).toEqual([5, 4, 0, 2, 3, 1]);
  expect([...sortRows(table, all, {column: 'number', isDescending: false})]).toEqual([3, 2, 4, 5, 1, 0]);
  const departments = sortRows(table, all, {column: 'department', isDescending: false});
  expect([...departments.subarray(4)]).toEqual([2, 3]);
});
