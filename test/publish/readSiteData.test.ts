import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {readSiteData} from '../../src/publish/readSiteData.ts';
import {exampleSite} from './exampleSite.ts';

const folder = mkdtempSync(join(tmpdir(), 'huisheng-test-'));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

function written(data: unknown): string {
  const file = join(folder, 'site.json');
  writeFileSync(file, JSON.stringify(data));
  return file;
}

test('what was written is read back', () => {
  const data = exampleSite({months: 2});
  expect(readSiteData(written(data))).toEqual(data);
});

test('a missing path and a wrong frame are told', () => {
  expect(() => readSiteData(undefined)).toThrow('HUISHENG_SITE_DATA: expected the path of the site data, got none');
  const data = exampleSite({months: 0});
  expect(() => readSiteData(written({...data, run: {...data.run, as_of: 'today'}}))).toThrow(
    /site\.json: not site data[\s\S]*expected YYYY-MM-DD HH:MM[\s\S]*run\.as_of/
  );
});
