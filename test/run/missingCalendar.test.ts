import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {stringify} from 'yaml';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {projectRoot} from '../../src/project.ts';
import {huishengJson} from '../cli/huisheng.ts';
import {Company, csv} from './company.ts';

const SOURCE = `
kind: files
files: register*.csv
records:
  complaint: {complaint_id: 编号, received_at: 受理时间, responded_at: 响应时间, resolved_at: 办结时间}
`;
const HEADER = ['编号', '受理时间', '响应时间', '办结时间'];

let company: Company;

/** The policy of the real-estate company with the calendar that lies beside it. */
async function writePolicy(calendarMissing: string): Promise<void> {
  const text = await readFile(join(projectRoot, 'pipelines/policies/real-estate.yaml'), 'utf8');
  const own = text
    .replace(/^id: .*$/m, 'id: own')
    .replace(/^calendar: .*$/m, `calendar: short.yaml\ncalendar_missing: ${calendarMissing}`);
  await company.write('own.yaml', own);
}

beforeAll(async () => {
  company = await Company.found({register: SOURCE});
  await company.write('company.yaml', 'title: 公司\npolicy: own.yaml\nsources: [register.yaml]\n');
  const {years, ...calendar} = await readCalendar('cn', 'policy.yaml');
  const known = Object.fromEntries(Object.entries(years).filter(([year]) => year < '2026'));
  await company.write('short.yaml', stringify({...calendar, id: 'short', years: known}));
  const rows = ['2025-11', '2026-03'].flatMap((month) =>
    Array.from({length: 12}, (_, i) => [
      `T${month}-${i}`,
      `${month}-10 10:00:00`,
      `${month}-10 10:01:00`,
      `${month}-12 10:00:00`
    ])
  );
  await company.write('register.csv', csv(rows, HEADER));
});

afterAll(async () => {
  await company.dissolve();
});

test('without the year that a limit needs, figures that rest on it are provisional, others not, and the run says why', async () => {
  await writePolicy('provisional');
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(
    /The public holidays of 2026 are not announced yet, or not entered in the calendar: \d+ limits/
  );
  const months = async (kpi: string) => {
    const rows = await huishengJson<{period_start: string; is_provisional: boolean}>('kpi', kpi, ...company.where);
    return rows.map(({period_start, is_provisional}) => `${period_start} ${is_provisional}`);
  };
  expect(await months('resolution_on_time')).toEqual(['2025-11-01 false', '2026-03-01 true']);
  expect(await months('response_on_time')).toEqual(['2025-11-01 false', '2026-03-01 false']);
});

test('with "calendar_missing: stop" the run ends with a clear message and changes nothing', async () => {
  await writePolicy('stop');
  const before = await company.stateHashes();
  await company.write('register-2.csv', csv([['T2', '2026-04-10 10:00:00', '', '']], HEADER));
  const {status, stderr} = await company.run();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /calendar "short\.yaml", years\.2026: missing; \d+ clocks of the policy "own" need it; add the year, or let the policy say "calendar_missing: provisional"/
  );
  expect(await company.stateHashes()).toEqual(before);
});
