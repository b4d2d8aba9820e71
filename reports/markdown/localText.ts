import {parse} from 'yaml';
import {z} from 'zod';
import type {Locale} from '../../src/publish/siteData.ts';
import {fillPlaces} from '../words/locale.ts';

const localText = z.strictObject({'zh-CN': z.string(), en: z.string()});
const PATTERN = /\{zh-CN:(?:"(?:[^"\\]|\\.)*"|[^{}"])*\}/g;

/**
 * Puts the text of one language in the place of each `{zh-CN: …, en: …}`, and fills its `{places}`.
 * Text with a comma, a colon or a brace stands in double quotes, as everywhere in YAML.
 *
 * @example chooseLocalText('# {zh-CN: 指标口径, en: Definitions}', 'en', {}, 'page.md') // '# Definitions'
 */
export function chooseLocalText(text: string, locale: Locale, places: Record<string, string>, place: string): string {
  return text.replace(PATTERN, (found) => fillPlaces(readLocalText(found, place)[locale], places));
}

function readLocalText(found: string, place: string): z.output<typeof localText> {
  try {
    return localText.parse(parse(found));
  } catch (cause) {
    throw new Error(`${place}: expected {zh-CN: …, en: …} with a text for each language, got ${found}`, {cause});
  }
}
