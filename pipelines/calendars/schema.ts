import {z} from 'zod';
import {localText, strict} from '../../src/config/strict.ts';

/** The days of the week as a calendar names them, from Monday. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const monthAndDay = z
  .string()
  .refine((day) => z.iso.date().safeParse(`2000-${day}`).success, 'expected a month and a day such as "05-01"');

const notice = strict({
  number: z.string().describe('its number, such as 国办发明电〔2025〕7号'),
  url: z.url().optional().describe('where it can be read')
});

const holiday = strict({
  name: z.string().describe('what it is called'),
  from: z.iso.date().describe('the first day off'),
  to: z.iso.date().optional().describe('the last day off; the first one where nothing is said')
});

const year = strict({
  notices: z.array(notice).min(1).describe('the announcements that fix the year, and those that changed it later'),
  holidays: z.array(holiday).describe('the days off besides the weekend'),
  workdays: z.array(z.iso.date()).default([]).describe('the days of a weekend on which people work')
});

/** pipelines/calendars/<id>.yaml: the working days of a country, year by year. */
export const calendarSchema = strict({
  id: z.string().describe("the file's name without .yaml"),
  title: localText.describe('what it is called on the pages'),
  weekend: z.array(z.enum(WEEKDAYS)).max(6).describe('the days of the week on which people do not work'),
  fixed_holidays: z
    .array(monthAndDay)
    .default([])
    .describe('holidays that have the same date each year; used only for years that are not listed'),
  years: z
    .record(z.string().regex(/^\d{4}$/, 'expected a year such as 2026'), year)
    .describe('the years that are known; what is announced for one may begin in the December before')
});

export type Calendar = z.output<typeof calendarSchema>;
