import {expect, test} from 'vitest';
import {chooseLocalText} from '../../../reports/markdown/localText.ts';

const choose = (text: string, locale: 'zh-CN' | 'en', places = {}) => chooseLocalText(text, locale, places, 'page.md');

test('the text of the language stands in its place', () => {
  expect(choose('{zh-CN: 指标口径, en: Definitions}', 'zh-CN')).toBe('指标口径');
  expect(choose('[{zh-CN: 见, en: See}](/x){zh-CN: 。, en: .}', 'en')).toBe('[See](/x).');
});

test('quoted text may hold places, commas and braces', () => {
  const text = '{zh-CN: "{period}月报：一，二", en: "Report, {period}"}';
  expect(choose(text, 'zh-CN', {period: '2026年10月'})).toBe('2026年10月月报：一，二');
  expect(choose(text, 'en', {period: 'October 2026'})).toBe('Report, October 2026');
});

test('other braces are left alone; a language that is missing is an error', () => {
  expect(choose('a {b} {c: d}', 'en')).toBe('a {b} {c: d}');
  expect(() => choose('{zh-CN: 口径}', 'en')).toThrow(
    'page.md: expected {zh-CN: …, en: …} with a text for each language, got {zh-CN: 口径}'
  );
});
