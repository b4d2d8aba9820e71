import {afterAll, beforeAll, expect, it} from 'vitest';
import {activeLoads, readLoads, type Load} from '../../src/extract/load.ts';
import {writeManifest} from '../../src/extract/load.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const yaml = (more = '') => `
kind: files
files: '*.csv'
${more}
records:
  complaint:
    received_at: 日期
    customer_name: 姓名
    customer_phone: 电话
    description: 内容
`;

it('lands no file twice, and a file again when the mapping has changed', async () => {
  await workshop.write('a.csv', '日期,姓名,电话,内容,备注\n2026-01-01,张三,13812345678,张三来电13812345678,张三\n');
  await workshop.write(
    'same-as-a.csv',
    '日期,姓名,电话,内容,备注\n2026-01-01,张三,13812345678,张三来电13812345678,张三\n'
  );
  const first = await workshop.extract(await workshop.source(yaml()));
  expect(first.map(({file}) => file)).toEqual(['a.csv']);
  expect(first[0]!.unmapped).toEqual(['备注']);
  expect(await workshop.extract(await workshop.source(yaml()), first)).toEqual([]);

  const second = await workshop.extract(await workshop.source(yaml('keep: [备注]')), first);
  expect(second.map(({load, file}) => [load, file])).toEqual([[2, 'a.csv']]);
  expect(second[0]!.unmapped).toEqual([]);
  expect(activeLoads([...first, ...second]).map(({load}) => load)).toEqual([2]);

  await workshop.write('a.csv', '日期,姓名,电话,内容,备注\n2026-01-02,李四,,,\n');
  const third = await workshop.extract(await workshop.source(yaml('keep: [备注]')), [...first, ...second]);
  expect(third.map(({load, file}) => [load, file])).toEqual([[3, 'a.csv']]);
  expect(activeLoads([...first, ...second, ...third]).map(({load}) => load)).toEqual([2, 3]);
});

it('lands no personal data', async () => {
  const [load] = await workshop.extract(
    await workshop.source(yaml('keep: [备注]').replace("'*.csv'", 'same-as-a.csv'))
  );
  const [row] = await workshop.landed(load!, 'complaint');
  expect(row).toEqual({
    _load: load!.load,
    _row: '1',
    received_at: '2026-01-01',
    customer_name: workshop.pseudonymiser.pseudonym('customer_name', '张三'),
    customer_phone: workshop.pseudonymiser.pseudonym('customer_phone', '13812345678'),
    description: '[customer_name]来电[customer_phone]',
    'kept.备注': '[customer_name]'
  });
});

it('blots out the letters of what cannot be a date, a number or a flag', async () => {
  await workshop.write('slipped.csv', '日期,附件,有效\n张三,13812345678,李四\n2026年1月5日,3,是\n1月5日,0.5,Yes\n');
  const source = await workshop.source(
    'kind: files\nfiles: slipped.csv\nrecords: {complaint: {received_at: 日期, attachments: 附件, is_valid: 有效}}\n'
  );
  const [load] = await workshop.extract(source);
  expect(
    (await workshop.landed(load!, 'complaint')).map((row) => [row['received_at'], row['attachments'], row['is_valid']])
  ).toEqual([
    ['**', '[contact]'.replace(/[a-z]/g, '*'), '**'],
    ['2026年1月5日', '3', '是'],
    ['1*5*', '0.5', 'Yes']
  ]);
});

it('keeps what was landed in a manifest that it reads back', async () => {
  const landing = `${workshop.folder}/manifests`;
  const manifest = (load: number): Load => ({
    load,
    source: 'crm',
    file: 'a.csv',
    sha256: 'aa',
    mapping: 'm',
    key: 'k',
    extracted_at: '2026-01-01T00:00:00.000Z',
    columns: [],
    unmapped: [],
    records: {complaint: {rows_read: 2, rejected: [{row: 2, reason: 'not UTF-8'}]}},
    folder: `${landing}/crm/${load}`
  });
  for (const number of [10, 9]) {
    const {folder, ...rest} = manifest(number);
    await writeManifest(folder, rest);
  }
  await workshop.write('manifests/.pending/crm/11/load.json', 'half a manif');
  expect(await readLoads(landing)).toEqual([manifest(9), manifest(10)]);
  expect(await readLoads(`${landing}/nowhere`)).toEqual([]);
});
