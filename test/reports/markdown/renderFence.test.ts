import {expect, test} from 'vitest';
import {z} from 'zod';
import {defineComponent} from '../../../reports/components/component.ts';
import {COMPONENTS} from '../../../reports/components/registry.ts';
import {markup} from '../../../reports/drawing/markup.ts';
import {renderFence} from '../../../reports/markdown/renderFence.ts';
import {exampleReport} from '../exampleReport.ts';

const place = 'reports/leadership/[period].md';
const render = (name: string, body: string) => renderFence(COMPONENTS, {name, body, place}, exampleReport([])).text;

test('an unknown component is named with the nearest one', () => {
  expect(() => render('tile', '')).toThrow(`${place}: unknown component "report tile"; did you mean "report tiles"?`);
});

test('every fault in the options is told, with what was meant', () => {
  expect(() => render('pareto', 'dimensions: [departement]\nkpis: complaints')).toThrow(
    [
      `${place}, report pareto, dimensions.0: expected one of department, category, cause_root, got "departement"; did you mean "department"?`,
      `${place}, report pareto, kpi: invalid input: expected string, received undefined`,
      `${place}, report pareto: unknown option "kpis"; did you mean "kpi"?`
    ].join('\n')
  );
  expect(() => render('intake', 'kpi: x')).toThrow('unknown option "kpi"; it takes none');
  expect(() => render('trend', 'kpi: [a')).toThrow(`${place}, report trend: expected options as YAML, `);
});

test('people cannot be compared', () => {
  expect(() => render('pareto', 'dimensions: [handler]\nkpi: complaints')).toThrow(
    'pareto, dimensions.0: expected one of department'
  );
});

test('an unknown kpi is named with the nearest one', () => {
  expect(() => render('trend', 'kpi: resolution_ontime')).toThrow(
    `${place}, report trend: unknown kpi "resolution_ontime"; did you mean "resolution_on_time"?`
  );
});

test('options reach the component with their defaults', () => {
  const echo = defineComponent(
    z.strictObject({text: z.string().default('none')}),
    (_, {text}) => markup`<p>${text}</p>`
  );
  const say = (body: string) => renderFence({echo}, {name: 'echo', body, place}, exampleReport([])).text;
  expect(say('')).toBe('<p>none</p>');
  expect(say('text: a < b')).toBe('<p>a &lt; b</p>');
});
