import {afterAll, beforeAll, expect, test} from 'vitest';
import {readNotices} from '../../src/run/notices.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  await database.execute(
    'create schema config; create table config.missing_years (calendar varchar, year bigint, clocks bigint)'
  );
});
afterAll(() => {
  database.close();
});

test('a run whose calendar knows every year has no notice', async () => {
  expect(await readNotices(database)).toEqual([]);
});

test('each year that the calendar lacks is told with how many limits rest on a stand-in', async () => {
  await database.execute("insert into config.missing_years values ('cn', 2028, 1), ('cn', 2027, 1234)");
  const [first, second] = await readNotices(database);
  expect(first).toEqual({
    'zh-CN':
      '2027 年法定节假日安排尚未发布（或未录入日历），涉及的 1,234 个时限按周一至周五（扣除固定节日）暂算，相关指标为暂定值。',
    en: 'The public holidays of 2027 are not announced yet, or not entered in the calendar: 1,234 limits count Monday to Friday without the fixed holidays as working days, and figures that rest on them are provisional.'
  });
  expect(second?.en).toContain('1 limit counts Monday to Friday');
});
