import {expect, test} from 'vitest';
import {missedRuns} from '../../../reports/components/missedRuns.ts';
import {runList} from '../../../reports/components/runList.ts';
import {sourceList} from '../../../reports/components/sourceList.ts';
import {exampleSiteRun, exampleSiteSource} from '../../publish/exampleOperations.ts';
import type {SiteOperations} from '../../../src/publish/siteData.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const NONE = {runs: [], sources: [], missed: []};
const report = (operations: Partial<SiteOperations>, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  exampleReport([], {locale, operations: {...NONE, ...operations}});

test('a run is told with its cause, its end, its rows and its time', () => {
  const runs = [exampleSiteRun(), exampleSiteRun({id: 40, state: 'interrupted', trigger: 'catch_up', seconds: null})];
  expect(renderText(runList, report({runs}), {})).toBe(
    '开始 编号 起因 结果 读入 载入 未变 隔离 用时 2026-11-05 06:00 41 按计划 完成 50,350 1,819 48,489 42 1 分 5 秒 ' +
      '2026-11-05 06:00 40 补跑 ✕ 中断，未作改动 50,350 1,819 48,489 42'
  );
  expect(renderText(runList, report({}), {})).toBe('还没有运行记录。');
});

test('missed runs are told with their times', () => {
  expect(renderText(missedRuns, report({missed: ['2026-11-04 06:00', '2026-11-03 06:00']}), {})).toBe(
    '有 2 次计划的运行没有按时进行：2026-11-04 06:00、2026-11-03 06:00。'
  );
  expect(renderText(missedRuns, report({}), {})).toBe('计划的运行没有漏掉的。');
});

test('a source is told with the age of its data, its retries, its count and ours, and its notes', () => {
  expect(renderText(sourceList, report({sources: [exampleSiteSource()]}), {})).toBe(
    '来源 状态 数据截至 运行时已隔 用时 重试 crm 已读取 2026-11-05 06:00 不到 1 秒 12 秒 3 次（HTTP 429） ' +
      '来源自报的记录数与本系统的记录数： 来源 记录种类 来源自报 本系统 差 crm complaint 41,230 41,188 −42 ' +
      'crm: a new column region_code that no field reads'
  );
});

test('a source that failed says why, and how old its data are', () => {
  const failed = exampleSiteSource({
    state: 'failed',
    message: 'no answer',
    age_seconds: 3 * 86_400 + 7_200,
    retries: [],
    counts: [],
    notes: []
  });
  const text = renderText(sourceList, report({sources: [failed]}, 'en'), {});
  expect(text).toContain('✕ could not be read 2026-11-05 06:00 3 d 2 h 12 s no');
  expect(text).toContain('no answer');
  const never = {...failed, read_at: null, age_seconds: null};
  expect(renderText(sourceList, report({sources: [never]}, 'en'), {})).toContain('no data yet');
});
