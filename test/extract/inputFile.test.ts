import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {encodingOfMark, findFiles, hashFile, readHead, transcode, type InputFile} from '../../src/extract/inputFile.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  for (const name of [
    'b.csv',
    'a.csv',
    'sub/c.csv',
    'd.tsv',
    'e.JSONL',
    'f.parquet',
    'g.csv.gz',
    'no-ending',
    'h.xlsx',
    '~$h.xlsx',
    'i.XLS',
    'j.xlsm',
    'k.docx'
  ])
    await workshop.write(`files/${name}`, 'x');
});
afterAll(() => workshop.close());

async function found(patterns: string[], settings = '') {
  const source = await workshop.source(`kind: files\nfiles: x\n${settings}\nrecords: {complaint: {received_at: x}}\n`);
  return findFiles(source, patterns, join(workshop.folder, 'files'));
}

const file = (name: string, isZipped = false): InputFile => ({
  path: join(workshop.folder, name),
  name,
  format: 'csv',
  isZipped
});

describe('findFiles', () => {
  it('finds files by glob, in the order of their names', async () => {
    const files = await found(['**/*.csv', '*.tsv']);
    expect(files.map(({name, format, isZipped}) => [name, format, isZipped])).toEqual([
      ['a.csv', 'csv', false],
      ['b.csv', 'csv', false],
      ['d.tsv', 'csv', false],
      ['sub/c.csv', 'csv', false]
    ]);
  });

  it('tells the format from the name', async () => {
    const files = await found(['e.JSONL', 'f.parquet', 'g.csv.gz']);
    expect(files.map(({format, isZipped}) => [format, isZipped])).toEqual([
      ['jsonl', false],
      ['parquet', false],
      ['csv', true]
    ]);
  });

  it('finds workbooks, but not what is left beside one that is open', async () => {
    const files = await found(['*.{xls,XLS,xlsx,xlsm}']);
    expect(files.map(({name, format}) => [name, format])).toEqual([
      ['h.xlsx', 'xlsx'],
      ['i.XLS', 'xlsx'],
      ['j.xlsm', 'xlsx']
    ]);
  });

  it('goes by the format of the source where there is one', async () => {
    expect((await found(['no-ending'], 'format: json'))[0]).toMatchObject({format: 'json'});
  });

  it('says where it looked in vain', async () => {
    await expect(found(['*.txt'])).rejects.toThrow(/source\.yaml, files: no file matches .*files\/\*\.txt$/);
  });

  it('says when a name does not tell the format', async () => {
    await expect(found(['k.docx'])).rejects.toThrow(/k\.docx: its name does not tell what it is; end it in \.csv/);
  });
});

describe('readHead', () => {
  it('reads the first bytes, zipped or not', async () => {
    await workshop.write('head.csv', 'abcdef');
    await workshop.write('head.csv.gz', gzipSync('abcdef'));
    await workshop.write('empty.csv', '');
    expect((await readHead(file('head.csv'), 3)).toString()).toBe('abc');
    expect((await readHead(file('head.csv.gz', true), 3)).toString()).toBe('abc');
    expect((await readHead(file('head.csv'), 30)).toString()).toBe('abcdef');
    expect(await readHead(file('empty.csv'), 3)).toHaveLength(0);
  });

  it('says when a file is not zipped although its name says so', async () => {
    await workshop.write('plain.csv.gz', 'abcdef');
    await expect(readHead(file('plain.csv.gz', true), 3)).rejects.toThrow('plain.csv.gz: not a gzip file');
  });
});

describe('encodingOfMark', () => {
  it.each([
    ['efbbbf61', 'utf-8'],
    ['fffe6100', 'utf-16le'],
    ['feff0061', 'utf-16be'],
    ['616263', undefined],
    ['', undefined]
  ])('of %s is %s', (bytes, encoding) => {
    expect(encodingOfMark(Buffer.from(bytes, 'hex'))).toBe(encoding);
  });
});

describe('transcode', () => {
  const text = '编号,日期\n1,张三😀\n';
  const utf16le = Buffer.from(`\ufeff${text}`, 'utf16le');
  // 编号,张三€ in GB18030; the euro sign takes two bytes there, as it does not in GBK of old.
  const gb18030 = Buffer.from('b1e0bac52cd5c5c8fda2e3', 'hex');

  it.each([
    ['utf-16le', utf16le, text],
    ['utf-16be', Buffer.from(utf16le).swap16(), text],
    ['gb18030', gb18030, '编号,张三€']
  ])('turns %s into UTF-8, also where a sign is cut between two chunks', async (encoding, bytes, expected) => {
    const times = 20_000;
    await workshop.write('coded.csv', Buffer.concat(Array.from({length: times}, () => bytes)));
    const plain = await transcode(file('coded.csv'), encoding, workshop.folder);
    const decoded = (await readFile(plain.path, 'utf8')).replaceAll('\ufeff', '');
    expect(decoded === expected.repeat(times)).toBe(true);
    await workshop.write('coded.csv.gz', gzipSync(bytes));
    const unzipped = await transcode(file('coded.csv.gz', true), encoding, workshop.folder);
    expect(unzipped.isZipped).toBe(false);
    expect(await readFile(unzipped.path, 'utf8')).toBe(expected);
  });

  it('refuses a file that is written in another encoding', async () => {
    await workshop.write('wrong.csv', Buffer.from('ff41', 'hex'));
    await expect(transcode(file('wrong.csv'), 'gb18030', workshop.folder)).rejects.toThrow(
      /wrong\.csv: it is not gb18030 .*; set the encoding that it was written in/
    );
  });
});

it('hashes the bytes of a file', async () => {
  await workshop.write('abc', 'abc');
  // FIPS 180-4, example of SHA-256.
  expect(await hashFile(join(workshop.folder, 'abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  );
});
