import type {SiteUnit} from '../../src/publish/siteReport.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/** What the comparison with peers tells of a unit, as a shape and a word. */
export function unitVerdict(
  {locale}: Report,
  {verdict: found, direction}: {verdict: SiteUnit['verdict'] | null; direction: SiteUnit['direction']}
): Markup {
  if (found === 'as_expected' || found === 'cannot_tell' || found === null || direction === null) {
    return markup`<span class="muted">${say(locale, found === 'as_expected' ? 'unit_as_expected' : 'unit_cannot_tell')}</span>`;
  }
  const tone = direction === 'better' || direction === 'worse' ? direction : 'neutral';
  return markup`<span class="word ${tone}">${say(locale, `unit_${found}_${direction}`)}</span>`;
}
