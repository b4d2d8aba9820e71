import {expect, test} from 'vitest';
import {fillPlaces, say, WORDS} from '../../../reports/words/locale.ts';

test.each(Object.entries(WORDS))('%s has the same places in both languages', (_, texts) => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  expect(places(texts.en)).toEqual(places(texts['zh-CN']));
  expect(texts.en.trim()).not.toBe('');
  expect(/[\u4e00-\u9fff]/.test(texts.en)).toBe(false);
});

test('places are filled; one without a value stays', () => {
  expect(say('en', 'as_of', {time: '2026-11-01 00:00'})).toBe('Data as of 2026-11-01 00:00');
  expect(fillPlaces('{a} {b}', {a: 1})).toBe('1 {b}');
});
