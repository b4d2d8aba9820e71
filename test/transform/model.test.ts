import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {LAYERS, readModel, readModels, type Kpi} from '../../src/transform/model.ts';

const KPI = `title: a figure\nkind: ratio\nof: complaint\nunit: percent\nbetter: higher\ncounts: records`;
const file = (header: string, sql = 'select 1;') => `/*---\n${header}\n---*/\n${sql}\n`;

describe('readModel', () => {
  it('reads a KPI: its header, its query without the semicolon, and a view', () => {
    const kpi = readModel('kpis', 'pipelines/kpis/x_rate.sql', file(`${KPI}\nguards: [y]\nminimum: 10`)) as Kpi;
    expect(kpi).toMatchObject({id: 'x_rate', name: 'kpis.x_rate', sql: 'select 1', isView: true, what: 'records'});
    expect(kpi.header).toMatchObject({
      kind: 'ratio',
      guards: ['y'],
      minimum: 10,
      title: {'zh-CN': 'a figure', en: 'a figure'}
    });
  });

  it('reads a model, a table where nothing is said', () => {
    expect(readModel('core', 'pipelines/core/x.sql', file('what: rows'))).toMatchObject({isView: false, what: 'rows'});
    expect(readModel('core', 'pipelines/core/x.sql', file('what: rows\nmaterialized: view'))).toMatchObject({
      isView: true
    });
  });

  it.each([
    ['no header', 'core', 'select 1', 'x.sql: begin the file with a header between /*--- and ---*/'],
    [
      'an unknown key',
      'core',
      file('what: rows\ngrains: one'),
      'x.sql, grains: unknown setting; did you mean "grain"?'
    ],
    ['a missing key', 'core', file('grain: one'), 'x.sql, what: missing; expected string'],
    [
      'an unknown key of a KPI',
      'kpis',
      file(`${KPI}\nminimun: 5`),
      'x.sql, minimun: unknown setting; did you mean "minimum"?'
    ],
    ['a missing key of a KPI', 'kpis', file(KPI.replace('unit: percent\n', '')), 'x.sql, unit: '],
    [
      'an unknown kind',
      'kpis',
      file(KPI.replace('ratio', 'ration')),
      'x.sql, kind: got "ration"; did you mean "ratio"?'
    ],
    ['a quantile that is none', 'kpis', file(`${KPI}\nquantiles: [50]`), 'x.sql, quantiles.0: '],
    ['YAML that is none', 'core', file('what: [rows'), 'x.sql: not YAML: ']
  ] as const)('refuses %s', (_, layer, text, message) => {
    expect(() => readModel(layer, 'x.sql', text)).toThrow(message);
  });
});

describe('readModels', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
    for (const layer of LAYERS) await mkdir(join(folder, layer));
    await writeFile(join(folder, 'kpis/a.sql'), file(`${KPI}\nguards: [b, c]`));
    await writeFile(join(folder, 'kpis/b.sql'), file(KPI));
    await writeFile(join(folder, 'core/d.sql'), 'select 1');
    await writeFile(join(folder, 'core/notes.md'), 'not a model');
  });
  afterAll(() => rm(folder, {recursive: true}));

  it('tells of all mistakes, guards that are not there included', async () => {
    await expect(readModels(folder)).rejects.toThrow(
      /core\/d\.sql: begin the file.*\n.*kpis\/a\.sql, guards: there is no KPI "c"/
    );
  });

  it("finds nothing wrong with the project's own", async () => {
    const {models, kpis} = await readModels();
    expect(kpis.length).toBeGreaterThan(10);
    expect(models.map(({name}) => name)).toEqual(
      expect.arrayContaining(['core.complaints', 'kpis.nps', 'checks.parts_add_up'])
    );
  });
});
