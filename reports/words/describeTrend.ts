import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import {compareFigures, isPublished} from '../figures/compareFigures.ts';
import type {Figures, SeriesStep} from '../figures/figures.ts';
import {isOver, type Period} from '../figures/period.ts';
import {describeComparison, describeFigure} from './describeFigure.ts';
import {formatValue} from './formatValue.ts';
import {say} from './locale.ts';
import {earlierName, periodName} from './periodName.ts';

/** The title of a trend: the KPI, its figure in the last period and how that differs from the one before. */
export function titleTrend(kpi: SiteKpi, period: Period, figures: Figures, locale: Locale): string {
  const figure = figures.find(kpi.id, period);
  const name = kpi.title[locale];
  const said = `${name}${locale === 'zh-CN' ? '：' : ': '}${describeFigure(kpi, figure, locale)}`;
  const comparison = compareFigures(figures, kpi, period, 'before');
  if (!comparison || !isPublished(figure) || !isOver(period, figures.data.run.as_of)) return said;
  return (
    said +
    say(locale, 'clause_comma') +
    describeComparison(kpi, figure.value, comparison, earlierName(period, locale), locale)
  );
}

/** One plain sentence on a series: its range and when, and how to read what is drawn. */
export function describeTrend(kpi: SiteKpi, steps: readonly SeriesStep[], locale: Locale): string {
  const known = steps.flatMap(({period, figure}) => (isPublished(figure) ? [{period, figure}] : []));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return say(locale, 'trend_none');
  if (first === last) return say(locale, 'trend_single', {period: periodName(first.period, locale)});
  const lowest = known.reduce((least, step) => (step.figure.value < least.figure.value ? step : least));
  const highest = known.reduce((most, step) => (step.figure.value > most.figure.value ? step : most));
  const span = {from: periodName(first.period, locale), to: periodName(last.period, locale), count: known.length};
  const print = (value: number) => formatValue(value, kpi.unit, locale);
  const isLevel = print(lowest.figure.value) === print(highest.figure.value);
  const sentences = [
    isLevel
      ? say(locale, 'trend_level', {...span, value: print(first.figure.value)})
      : say(locale, 'trend_range', {
          ...span,
          low: print(lowest.figure.value),
          low_when: periodName(lowest.period, locale),
          high: print(highest.figure.value),
          high_when: periodName(highest.period, locale)
        })
  ];
  const withheld = steps.filter(({figure}) => figure?.is_withheld).length;
  if (withheld > 0) sentences.push(say(locale, 'trend_withheld', {count: withheld}));
  if (known.some(({figure}) => figure.is_provisional)) sentences.push(say(locale, 'trend_hollow'));
  return sentences.join(locale === 'zh-CN' ? '' : ' ');
}
