import {expect, test} from 'vitest';
import {sourceNotices} from '../../src/publish/sourceNotices.ts';
import type {RunRecord} from '../../src/run/journal.ts';
import {exampleRun, exampleSource} from '../run/exampleJournal.ts';

const run = (day: number, state: 'read' | 'failed', given: Partial<RunRecord> = {}) =>
  exampleRun({
    run_id: day,
    started_at: `2026-11-0${day}T22:00:00.000Z`,
    sources: [
      exampleSource({source: 'survey'}),
      exampleSource({state, read_at: state === 'read' ? `2026-11-0${day}T22:00:05.000Z` : '2026-11-01T22:00:05.000Z'})
    ],
    ...given
  });
const notices = (...runs: RunRecord[]) =>
  sourceNotices({runs, missed: [], publications: [], deliveries: [], readers: [], freezes: []}, 'Asia/Shanghai');

test('a source that can be read again, or always could, is no notice', () => {
  expect(notices()).toEqual([]);
  expect(notices(run(1, 'read'))).toEqual([]);
  expect(notices(run(1, 'failed'), run(2, 'read'))).toEqual([]);
});

test('a source that fails is told of with the first failure since it was last read, runs without sources passed over', () => {
  const cutOff = run(2, 'read', {state: 'interrupted', sources: []});
  expect(notices(run(1, 'read'), cutOff, run(3, 'failed'), run(4, 'failed'), run(5, 'read', {sources: []}))).toEqual([
    {
      'zh-CN': '来源 crm 自 2026-11-04 06:00 起未能读取，其数据截至 2026-11-02 06:00。',
      en: 'The source crm could not be read since 2026-11-04 06:00; its data are as of 2026-11-02 06:00.'
    }
  ]);
});

test('a source that never could be read has no data', () => {
  const never = exampleRun({sources: [exampleSource({state: 'failed', read_at: null})]});
  expect(notices(never)[0]?.['zh-CN']).toBe('来源 crm 自 2026-11-05 06:00 起未能读取，至今没有它的数据。');
});
