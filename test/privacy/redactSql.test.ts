import fc from 'fast-check';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {redactForms, redactText} from '../../src/privacy/redactText.ts';
import {openWorkshop, type Workshop} from '../extract/workshop.ts';
import {trickyText} from './trickyText.ts';

const SEED = 20260702;
const ROWS = 4000;

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const names = fc.constantFrom(
  '张三',
  '李',
  'Ann',
  'ann',
  "O'Brien",
  'a.b',
  'Zoë',
  'İpek',
  'ſam',
  '\u212aate',
  '$1',
  '\\1',
  '[a]',
  'Анна',
  '12345',
  '13812345678',
  '\u0000x',
  '',
  'A b'
);

it('redacts whole columns as it does single texts', async () => {
  const rows = fc.sample(fc.record({text: trickyText, name: fc.option(names)}), {seed: SEED, numRuns: ROWS});
  await workshop.write('rows.json', JSON.stringify(rows));
  const redacted = await workshop.database.query<{forms: string; own: string}>(`
    select redact_forms(text) as forms, redact_forms(redact_own(text, name, '[name]', 2)) as own
    from read_json('${workshop.folder}/rows.json', format = 'array', columns = {text: 'VARCHAR', name: 'VARCHAR'})`);
  const differing = rows.flatMap(({text, name}, i) => {
    const alone = {forms: redactForms(text), own: redactText(text, [{value: name, mark: '[name]', shortest: 2}])};
    const {forms, own} = redacted[i]!;
    return alone.forms === forms && alone.own === own ? [] : [JSON.stringify({text, name, alone, forms, own})];
  });
  expect(differing.slice(0, 5), `seed ${SEED}`).toEqual([]);
  const changed = redacted.filter(({forms}, i) => forms !== rows[i]!.text);
  expect(changed.length / ROWS, 'the share of texts in which something was redacted').toBeGreaterThan(0.3);
});
