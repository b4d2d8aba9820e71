import {readFileSync} from 'node:fs';
import {z} from 'zod';
import type {SiteData} from './siteData.ts';

const localText = z.object({'zh-CN': z.string(), en: z.string()});

/** The frame of the data. Its many rows come from the engine's own tables and are taken as they are. */
const frame = z.object({
  pipeline: z.object({name: z.string(), title: localText, time_zone: z.string(), locale: z.enum(['zh-CN', 'en'])}),
  policy: z.looseObject({
    id: z.string(),
    title: localText,
    duties: z.array(z.unknown()),
    versions: z.array(z.unknown())
  }),
  calendar: z.looseObject({id: z.string(), title: localText}),
  run: z.object({
    id: z.string(),
    as_of: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, 'expected YYYY-MM-DD HH:MM'),
    notices: z.array(localText)
  }),
  kpis: z.array(z.looseObject({id: z.string(), title: localText})),
  dimensions: z.array(z.object({id: z.string(), title: localText})),
  values: z.array(z.unknown()),
  latest: z.array(z.unknown()),
  duties: z.array(z.unknown()),
  duty_states: z.array(z.unknown()),
  duty_figures: z.array(z.unknown()),
  report: z.looseObject({findings: z.array(z.unknown())}),
  performance: z.looseObject({cards: z.array(z.unknown()), heads: z.array(z.unknown())}),
  records: z.array(z.unknown()),
  case_figures: z.array(z.string()),
  process_changes: z.array(z.unknown()),
  summary: z.object({totals: z.array(z.unknown()), cells: z.array(z.unknown())}),
  register: z.array(z.unknown()),
  operations: z.object({runs: z.array(z.unknown()), sources: z.array(z.unknown()), missed: z.array(z.string())}),
  intake: z.array(z.unknown()),
  quarantine: z.array(z.unknown())
});

/**
 * Reads the data that the pages draw.
 *
 * @param path a JSON file in the form of SiteData
 * @throws when the path is not given, the file is not there, or its frame is not that of SiteData.
 */
export function readSiteData(path: string | undefined): SiteData {
  if (path === undefined || path === '') {
    throw new Error('HUISHENG_SITE_DATA: expected the path of the site data, got none; publish with "huisheng run"');
  }
  const text = readFileSync(path, 'utf8');
  const data: unknown = JSON.parse(text);
  const checked = frame.safeParse(data);
  if (!checked.success) throw new Error(`${path}: not site data\n${z.prettifyError(checked.error)}`);
  return data as SiteData;
}
