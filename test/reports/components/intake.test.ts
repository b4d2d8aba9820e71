import {expect, test} from 'vitest';
import {intake} from '../../../reports/components/intake.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const row = {source: 'crm', record: 'complaint', files: 2, rows_read: 1010, loaded: 1000, unchanged: 6, quarantined: 4};

test('rows read equal the sum of where they went', () => {
  expect(renderText(intake, exampleReport([], {intake: [row]}), {})).toBe(
    '读入 1,010 行 = 载入 1,000 + 未变 6 + 隔离 4。 来源 记录种类 文件 读入 载入 未变 隔离 核对 crm complaint 2 1,010 1,000 6 4 ✓ 相符'
  );
});

test('rows that are not accounted for are not hidden', () => {
  const text = renderText(intake, exampleReport([], {intake: [row, {...row, rows_read: 1013}], locale: 'en'}), {});
  expect(text).toContain('2,023 rows read, but only 2,020 are accounted for: 3 are off.');
  expect(text).toContain('✕ off by 3');
  expect(text).toContain('Total 4 2,023');
});

test('a run without rows', () => {
  expect(renderText(intake, exampleReport([], {intake: []}), {})).toBe('本次运行没有读入任何记录。');
});
