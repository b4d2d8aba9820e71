import type {Locale} from '../../src/publish/siteData.ts';

/** Joins sentences as the language does; empty ones are left out. */
export function sentences(locale: Locale, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(locale === 'zh-CN' ? '' : ' ');
}
