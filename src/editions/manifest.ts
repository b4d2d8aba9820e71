import {createHash} from 'node:crypto';
import {z} from 'zod';

/** Goes up when the files of an edition, or what stands in them, take another form. */
export const EDITION_FORM = 1;

/** The file of an edition that tells of all others. */
export const MANIFEST_FILE = 'edition.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^\d{4,}-\d{4}(-Q[1-4]|-\d{2})?$/);

const editionManifest = z.object({
  form: z.literal(EDITION_FORM),
  pipeline: z.string(),
  edition: name.describe('its number and its period: 0003-2026-Q3'),
  number: z.int().positive().describe('counted over the pipeline'),
  period: z.string().describe('2026-10, 2026-Q3 or 2026'),
  grain: z.enum(['month', 'quarter', 'year']),
  period_start: z.iso.date(),
  frozen_at: z.iso.datetime(),
  by: z.string().min(1).nullable().describe('who signs; null where nobody was named'),
  reason: z.string().nullable().describe('why a period was frozen once more'),
  as_of: z.iso.datetime().describe('of the figures'),
  run_id: z.int().positive().describe('the run that computed them'),
  policy: z.object({
    id: z.string(),
    effective_from: z.iso.date().describe('of the version in force on the last day of the period'),
    sha256: sha256.describe('of the whole policy as JSON')
  }),
  code: z.string().describe('the version of the engine that computed the figures'),
  definitions: sha256.describe('of definitions.json'),
  open_objections: z.int().min(0).describe('adjustments and objections about its figures that nobody had decided'),
  files: z.array(
    z.object({
      name: z.string(),
      sha256,
      bytes: z.int().min(0),
      rows: z.int().min(0).nullable().describe('null where the file is no list')
    })
  ),
  previous: z
    .object({edition: name, sha256: sha256.describe('of its edition.json')})
    .nullable()
    .describe('the edition before it; null in the first')
});

/** What edition.json says of an edition. */
export type EditionManifest = z.output<typeof editionManifest>;

/** The name of an edition and of its folder. */
export function editionName(number: number, period: string): string {
  return `${numberText(number)}-${period}`;
}

/** The number of an edition as its name begins with it. */
export function numberText(number: number): string {
  return String(number).padStart(4, '0');
}

/** The number and the period in the name of an edition; undefined when it is none. */
export function readEditionName(text: string): {number: number; period: string} | undefined {
  if (!name.safeParse(text).success) return undefined;
  const at = text.indexOf('-');
  return {number: Number(text.slice(0, at)), period: text.slice(at + 1)};
}

/** The text of edition.json: the same for the same manifest. */
export function manifestText(manifest: EditionManifest): string {
  return `${JSON.stringify(editionManifest.parse(manifest), null, 2)}\n`;
}

/** Reads the text of edition.json; undefined when it is damaged, or of another form. */
export function readManifest(text: string): EditionManifest | undefined {
  try {
    return editionManifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
