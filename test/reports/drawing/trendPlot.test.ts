import {expect, test} from 'vitest';
import {trendPlot, type TrendPoint} from '../../../reports/drawing/trendPlot.ts';

const point = (id: string, value: number | undefined, isOpen = false): TrendPoint => ({
  id,
  label: id === 'a' ? '2026' : '',
  value,
  low: undefined,
  high: undefined,
  isOpen
});
const options = {label: 'A "title"', shape: 'line' as const, lastLabel: '92.1%', formatTick: String};

test('a plot has a text alternative, no style of its own, and the same bytes each time', () => {
  const draw = () => trendPlot([point('a', 0.9), point('b', 0.92)], options).text;
  expect(draw()).toContain('role="img"');
  expect(draw()).toContain('aria-label="A &quot;title&quot;"');
  expect(draw()).not.toMatch(/<style|style=/);
  expect(draw()).toContain('92.1%');
  expect(draw()).toBe(draw());
});

test('an open period is hollow', () => {
  expect(trendPlot([point('a', 1), point('b', 2, true)], options).text).toMatch(/class="point open"[^>]*>\s*<circle/);
  expect(trendPlot([point('a', 1), point('b', 2, true)], {...options, shape: 'bars'}).text).toMatch(
    /class="bar open"[^>]*>\s*<rect/
  );
});

test.each([0.921, 0.919, 0.87])('the labels of a value and of a target at %d are kept apart', (value) => {
  const {text} = trendPlot([point('a', 0.8), point('b', 0.92)], {...options, target: {value, label: '目标'}});
  const place = (name: string) => {
    const [label] = new RegExp(`<[^>]*class="${name}-label"[^>]*>`).exec(text)!;
    return Number(/translate\([\d.]+,(-?[\d.]+)\)/.exec(label)![1]);
  };
  const [last, target] = [place('last'), place('target')];
  expect(Math.abs(last - target)).toBeGreaterThanOrEqual(16.5);
  expect(target).toBeGreaterThan(-12);
});
