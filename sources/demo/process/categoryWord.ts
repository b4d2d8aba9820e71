import type {Company} from './company.ts';
import {type LocalTime, monthOf, parseMonth} from './localTime.ts';

/** What the form of the day calls a category: one of them is renamed each time the form is revised. */
export function categoryWord({truths}: Company, category: string, at: LocalTime): string {
  const {category_rename: rename} = truths;
  if (category !== rename.category) return category;
  const revision = Math.floor((monthOf(at) - parseMonth(rename.from)) / rename.every_months);
  const count = rename.words.length;
  return rename.words[((revision % count) + count) % count] ?? category;
}
