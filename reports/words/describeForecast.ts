import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteForecast} from '../../src/publish/siteReport.ts';
import {periodOf} from '../figures/period.ts';
import {formatCount, formatValue} from './formatValue.ts';
import {say} from './locale.ts';
import {periodName} from './periodName.ts';

/** What is expected next month, and how often such intervals have held. */
export function describeForecast(kpi: SiteKpi, forecasts: readonly SiteForecast[], locale: Locale): string {
  const next = forecasts[0]!;
  const expected = say(locale, 'forecast_next', {
    month: periodName(periodOf('month', next.period_start), locale),
    point: formatValue(next.point, kpi.unit, locale),
    low: formatCount(next.low80),
    high: formatCount(next.high80)
  });
  if (next.coverage80 === null) return expected;
  const record = say(locale, 'forecast_held', {share: formatValue(next.coverage80, 'percent', locale)});
  return [expected, record].join(locale === 'zh-CN' ? '' : ' ');
}
