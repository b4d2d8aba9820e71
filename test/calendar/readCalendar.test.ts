import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {ProblemsError} from '../../src/config/problems.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-'));
});
afterAll(() => rm(folder, {recursive: true}));

const problemsOf = async (name: string) => {
  try {
    await readCalendar(name, join(folder, 'policy.yaml'));
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map((problem) => problem.replaceAll(`${folder}/`, ''));
    throw error;
  }
  return [];
};

test('a calendar is found by its name, or by a path beside the policy', async () => {
  await writeFile(join(folder, 'moon.yaml'), '{id: moon, title: moon, weekend: [sunday], years: {}}');
  expect((await readCalendar('cn', join(folder, 'policy.yaml'))).id).toBe('cn');
  expect((await readCalendar('./moon.yaml', join(folder, 'policy.yaml'))).weekend).toEqual(['sunday']);
});

test('a name that there is not is refused with those that there are', async () => {
  expect(await problemsOf('cnn')).toEqual(['policy.yaml, calendar: there is no calendar "cnn"; did you mean "cn"?']);
});

test('all mistakes are reported at once', async () => {
  await writeFile(
    join(folder, 'wrong.yaml'),
    `id: other
title: wrong
weekend: [saturday, sunday]
years:
  2026:
    notices: [{number: n}]
    holidays:
      - {name: a, from: 2026-05-03, to: 2026-05-01}
      - {name: b, from: 2025-11-30}
      - {name: c, from: 2025-12-31, to: 2026-01-04}
    workdays: [2026-01-04, 2026-05-09, 2026-05-09, 2026-05-11, 2027-01-02]
`
  );
  expect(await problemsOf('./wrong.yaml')).toEqual([
    `wrong.yaml, id: expected the file's name "wrong", got "other"`,
    `wrong.yaml, years.2026.holidays.0.to: a holiday can't end before it begins on 2026-05-03, got "2026-05-01"`,
    'wrong.yaml, years.2026.holidays.1: 2025-11-30 to 2025-11-30 does not lie in 2026; list it under its own year',
    'wrong.yaml, years.2026.workdays.0: 2026-01-04 is also a holiday (c); take it out of one',
    'wrong.yaml, years.2026.workdays.2: 2026-05-09 stands twice; take one out',
    'wrong.yaml, years.2026.workdays.3: 2026-05-11 is a monday, on which people work anyway; take it out',
    'wrong.yaml, years.2026.workdays.4: 2027-01-02 does not lie in 2026; list it under its own year'
  ]);
});

test('what is no day is refused by the form', async () => {
  await writeFile(
    join(folder, 'form.yaml'),
    `{id: form, title: x, weekend: [saterday], fixed_holidays: ['02-30'], years: {26: {notices: [{number: n}], holidays: []}, 2026: {notices: [], holidays: [{name: x, from: 2026-02-30}]}}}`
  );
  expect(await problemsOf('./form.yaml')).toEqual([
    'form.yaml, weekend.0: got "saterday"; did you mean "saturday"?',
    'form.yaml, fixed_holidays.0: expected a month and a day such as "05-01", got "02-30"',
    'form.yaml, years.26: expected a year such as 2026',
    'form.yaml, years.2026.notices: Too small: expected array to have >=1 items',
    'form.yaml, years.2026.holidays.0.from: Invalid ISO date, got "2026-02-30"'
  ]);
});
