import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/** One muted sentence that names the figures this data cannot give; nothing when it gives all. */
export function absentNote({locale}: Report, absent: readonly SiteKpi[]): Markup | undefined {
  if (absent.length === 0) return undefined;
  const names = absent.map((kpi) => kpi.title[locale]).join(say(locale, 'comma'));
  return markup`<p class="muted absent">${say(locale, 'without_data', {names})}</p>`;
}
