import {expect, test} from 'vitest';
import {quarantine} from '../../../reports/components/quarantine.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const fault = {source: 'crm', record: 'complaint', file: 'a.csv', field: 'received_at', reason: 'not_a_date', rows: 3};

test('reasons stand in words with the rows of all files, the most frequent first, and file by file', () => {
  const faults = [fault, {...fault, field: null, reason: '编号重复', rows: 4}, {...fault, file: 'b.csv', rows: 5}];
  expect(renderText(quarantine, exampleReport([], {quarantine: faults}), {})).toBe(
    '被隔离的行共有 12 处不合要求。改正后用 huisheng quarantine replay 重新读入。 原因 行数 字段 来源 记录种类 文件 不是日期 8 received_at crm complaint 2 编号重复 4 整行 crm complaint 1 ' +
      '按文件 原因 行数 字段 来源 记录种类 文件 不是日期 5 received_at crm complaint b.csv 编号重复 4 整行 crm complaint a.csv 不是日期 3 received_at crm complaint a.csv'
  );
});

test('a run without faults', () => {
  expect(renderText(quarantine, exampleReport([], {quarantine: []}), {})).toBe('没有被隔离的行。');
});
