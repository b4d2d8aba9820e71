import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {openLog, type LogForm} from '../../src/log/log.ts';

function said(form: LogForm, pipeline?: string): string {
  const stream = new PassThrough();
  const log = openLog(form, pipeline, stream);
  log.info('figures', {run: 7});
  log.error('it failed\nfor two reasons');
  return String(stream.read());
}

test('text is a line for people', () => {
  expect(said('text', 'company')).toBe('company: figures\ncompany: it failed\nfor two reasons\n');
});

test('JSON is one object a line', () => {
  const lines = said('json', 'company')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown;
  expect(lines).toEqual([
    {level: 'info', time, pipeline: 'company', run: 7, msg: 'figures'},
    {level: 'error', time, pipeline: 'company', msg: 'it failed\nfor two reasons'}
  ]);
});
