import {appendFile, cp, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {readEditions} from '../../src/editions/readEditions.ts';
import {sha256Of} from '../../src/editions/manifest.ts';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf, type State} from '../../src/run/state.ts';
import {companyThatRan} from '../cli/company.ts';
import {huisheng, huishengJson} from '../cli/huisheng.ts';
import type {Company} from '../run/company.ts';

const NAMES = ['0001-2026-05', '0002-2026-06', '0003-2026-Q2'];

let company: Company;
let state: State;

beforeAll(async () => {
  company = await companyThatRan();
  state = stateOf('company', company.data);
  const {status, stdout} = await huisheng('audit', ...company.where);
  expect({status, stdout}).toEqual({status: 0, stdout: 'company: no period has been frozen yet\n'});
  for (const period of ['2026-05', '2026-06', '2026-Q2'])
    expect((await huisheng('freeze', period, '--by', '王敏', ...company.where)).status).toBe(0);
  await cp(company.data, `${company.data}-whole`, {recursive: true});
});

afterAll(async () => {
  await company.dissolve();
});

beforeEach(async () => {
  for (const name of ['editions', 'runs.jsonl']) {
    await rm(join(company.data, name), {recursive: true});
    await cp(join(`${company.data}-whole`, name), join(company.data, name), {recursive: true});
  }
});

/** What is found, as `edition/file: problem`. */
async function found(): Promise<string[]> {
  const {findings} = await readEditions(state, await readJournal(state));
  return findings.map(({edition, file, problem}) => `${edition}${file === null ? '' : `/${file}`}: ${problem}`);
}

const place = (...names: string[]) => join(state.editions, ...names);

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

test('editions that nobody has touched are whole, each with its hash', async () => {
  const rows = await huishengJson('audit', ...company.where);
  expect(rows.map(({edition, by}) => [edition, by])).toEqual(NAMES.map((name) => [name, '王敏']));
  expect(rows.map(({sha256}) => sha256)).toEqual((await readJournal(state)).freezes.map(({sha256}) => sha256));
});

test('audit ends with 1 and names what was touched', async () => {
  await appendFile(place(NAMES[0]!, 'ledger.json'), ' ');
  const {status, stdout} = await huisheng('audit', ...company.where);
  expect(status).toBe(1);
  expect(stdout).toMatch(/0001-2026-05 .* touched\n0002-2026-06 .* whole\n0003-2026-Q2 .* whole\n/);
  expect(stdout).toMatch(/\n0001-2026-05\/ledger.json: expected 3 bytes, found 4\n/);
});

test('a byte changed anywhere in an edition is found by the name of its file', async () => {
  const journal = await readJournal(state);
  const {editions} = await readEditions(state, journal);
  const files = editions.flatMap(({name, manifest}) =>
    ['edition.json', ...manifest.files.map((one) => one.name)].map((file) => [name, file])
  );
  expect(new Set(files.map(([, file]) => file))).toContain('definitions.json');
  const touch = fc.asyncProperty(
    fc.constantFrom(...files),
    fc.nat(),
    fc.integer({min: 1, max: 255}),
    async ([name, file], at, flip) => {
      const path = place(name!, file!);
      const bytes = await readFile(path);
      const changed = Buffer.from(bytes);
      changed[at % bytes.length]! ^= flip;
      await writeFile(path, changed);
      const {findings, whole} = await readEditions(state, journal);
      await writeFile(path, bytes);
      expect(findings).toContainEqual(expect.objectContaining({edition: name, file}));
      expect(findings.every((finding) => finding.edition === name)).toBe(true);
      expect(whole.map((edition) => edition.name)).toEqual(NAMES.filter((other) => other !== name));
    }
  );
  await fc.assert(touch, {numRuns: 12, seed: 7});
});

test.each(['figures.parquet', 'records.parquet', 'ledger.json', 'definitions.json'])(
  'a changed %s is told with the hash that was expected and the one that is there',
  async (file) => {
    await appendFile(place(NAMES[0]!, file), ' ');
    const told = await found();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(new RegExp(`^0001-2026-05/${file}: expected \\d+ bytes, found \\d+$`));
    expect(told[1]).toMatch(new RegExp(`^0001-2026-05/${file}: expected SHA-256 \\w{64}, found \\w{64}$`));
  }
);

test('files that are missing and files that were added are named', async () => {
  await rm(place(NAMES[1]!, 'records.parquet'));
  await writeFile(place(NAMES[1]!, 'more.txt'), '');
  await writeFile(place('notes.txt'), '');
  expect(await found()).toEqual([
    '0002-2026-06/more.txt: it was not there when this was frozen',
    '0002-2026-06/records.parquet: it is missing',
    'notes.txt: it is no edition; move it away'
  ]);
});

test('a figure changed with all hashes in edition.json made to fit is betrayed by the journal and the edition after it', async () => {
  const path = place(NAMES[0]!, 'ledger.json');
  const before = sha256Of(await readFile(path, 'utf8'));
  await edit(path, (text) => text.replace('[]', '{}'));
  const after = sha256Of(await readFile(path, 'utf8'));
  await edit(place(NAMES[0]!, 'edition.json'), (text) => text.replace(before, after));
  const told = await found();
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^0001-2026-05\/edition.json: the journal says SHA-256 \w{64}, found \w{64}$/);
  expect(told[1]).toMatch(/^0001-2026-05\/edition.json: 0002-2026-06, the edition after it, says SHA-256/);
  // With the journal made to fit too, the chain still tells.
  const [old] = (await readJournal(state)).freezes;
  const manifest = sha256Of(await readFile(place(NAMES[0]!, 'edition.json'), 'utf8'));
  await edit(state.journal, (text) => text.replace(old!.sha256, manifest));
  expect(await found()).toEqual([
    expect.stringMatching(/^0001-2026-05\/edition.json: 0002-2026-06, the edition after/)
  ]);
});

test('an edition that was taken away is missed: in the middle, at the end, and where the journal was made to fit', async () => {
  await rm(place(NAMES[1]!), {recursive: true});
  expect(await found()).toEqual([
    expect.stringMatching(/^0002-2026-06: it is missing; the journal tells that 王敏 has frozen it at \S+Z$/)
  ]);
  const withoutIt = (name: string) =>
    edit(state.journal, (text) =>
      text
        .split('\n')
        .filter((line) => !line.includes(`"edition":"${name}"`))
        .join('\n')
    );
  await withoutIt(NAMES[1]!);
  expect(await found()).toEqual(['0002-2026-06: it is missing; 0003-2026-Q2 names it as the edition before it']);
  await rm(place(NAMES[2]!), {recursive: true});
  expect(await found()).toEqual([
    '0002: there is no edition of this number, although there are later ones',
    expect.stringMatching(/^0003-2026-Q2: it is missing; the journal/)
  ]);
});

test('a line taken out of the journal is missed', async () => {
  await edit(state.journal, (text) =>
    text
      .split('\n')
      .filter((line) => !line.includes('"edition":"0003-2026-Q2"'))
      .join('\n')
  );
  expect(await found()).toEqual(['0003-2026-Q2/edition.json: the journal does not tell that it was frozen']);
});

test('an edition that was given another name is no edition of the chain', async () => {
  await rename(place(NAMES[2]!), place('0003-2026-05'));
  const told = await found();
  expect(told).toContainEqual(expect.stringMatching(/^0003-2026-Q2: it is missing/));
  expect(told).toContainEqual(
    expect.stringContaining('0003-2026-05/edition.json: expected edition "0003-2026-05", the name of its folder')
  );
});
