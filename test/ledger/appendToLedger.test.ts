import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {appendToLedger} from '../../src/ledger/appendToLedger.ts';
import type {Asked, Decided} from '../../src/ledger/ledgerSpec.ts';
import {itemsOf} from '../../src/ledger/readLedger.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-ledger-'));
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});

const ITEM: Decided = {
  entry: '2026-0001',
  decided: 'granted',
  at: '2026-10-09T09:00:00+08:00',
  by: '王芳',
  reason: '属实：见 #3'
};

/** As objects that are written in code are. */
const PLAIN = {noNullPrototype: true} as const;
const words = fc.string({unit: 'grapheme', minLength: 1, maxLength: 30});
const item: fc.Arbitrary<Asked | Decided> = fc.oneof(
  fc.record(
    {
      entry: fc.constant('2026-0001'),
      asked: fc.constantFrom('adjustment', 'objection'),
      at: fc.constant('2026-10-09T09:00:00+08:00'),
      by: words,
      case: fc.oneof(words, fc.constantFrom('00123', '1e3', 'true', '~', '- x', '#1')),
      figure: fc.constant('satisfaction'),
      ask: fc.constant('reassign'),
      to: fc.record({handler: words}, PLAIN),
      reason: words
    },
    PLAIN
  ),
  fc.record(
    {
      entry: fc.constant('2026-0001'),
      decided: fc.constantFrom('granted', 'refused'),
      at: fc.constant('2026-10-09T09:00:00+08:00'),
      by: words,
      reason: words
    },
    PLAIN
  )
);

/** How people write such a file by hand. */
const WRITTEN = [
  '',
  '# 申诉登记\n',
  '- {entry: 2026-0001, by: 李敏} # 口头\n\n# 以下补录\n',
  '  - entry: "2026-0001"\n    reason: >-\n      第一行\n      第二行',
  '---\r\n- entry: 2026-0001\r\n  by: 李敏\r\n',
  '- &a {entry: 2026-0001}\n- *a\n- reason: |+\n    text\n\n'
];

test('whatever is added to whatever was written, what stood there stands there to the byte, and all is read back', async () => {
  const path = join(folder, 'ledger.yaml');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WRITTEN),
      fc.array(item, {minLength: 1, maxLength: 4}),
      async (written, items) => {
        await writeFile(path, written);
        let before = written;
        for (const one of items) {
          await appendToLedger(path, one);
          const after = await readFile(path, 'utf8');
          expect(after.startsWith(before)).toBe(true);
          before = after;
        }
        expect(itemsOf(before, 'ledger.yaml')).toEqual([...itemsOf(written, 'ledger.yaml'), ...items]);
      }
    ),
    {seed: 7, numRuns: 15}
  );
  expect(await readdir(folder)).toEqual(['ledger.yaml']);
});

test('a file is made where there is none', async () => {
  const path = join(folder, 'new/ledger.yaml');
  await appendToLedger(path, ITEM);
  expect(itemsOf(await readFile(path, 'utf8'), 'ledger.yaml')).toEqual([ITEM]);
});

test.each(['[{entry: 2026-0001}]\n', '- entry: 2026-0001\n...\n'])(
  'nothing is added where it would not be read back: %j',
  async (written) => {
    const path = join(folder, 'odd.yaml');
    await writeFile(path, written);
    await expect(appendToLedger(path, ITEM)).rejects.toThrow(
      'odd.yaml: nothing can be added to its end; write it as one list with a dash before each entry'
    );
    expect(await readFile(path, 'utf8')).toBe(written);
  }
);
