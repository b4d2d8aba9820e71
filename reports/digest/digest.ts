import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import {compareFigures, isPublished} from '../figures/compareFigures.ts';
import type {Figures} from '../figures/figures.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import {isOver, type Period} from '../figures/period.ts';
import {describeChange, describeComparison, describeTarget} from '../words/describeFigure.ts';
import {describeFindings} from '../words/describeFindings.ts';
import {describeSignal} from '../words/describeSignal.ts';
import {formatCounts, formatInterval, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {earlierName, reportTitle} from '../words/periodName.ts';
import {headlineKpis} from './headlines.ts';

/** What a mail, a message and the first sheet of a workbook say of a period. Texts are empty where there is nothing to say. */
export interface Digest {
  readonly title: string;
  readonly locale: Locale;
  readonly period: Period;
  readonly isOver: boolean;
  /** Local, YYYY-MM-DD HH:MM. */
  readonly asOf: string;
  /** Sentences, each with the place in the site that proves it. */
  readonly findings: readonly {readonly text: string; readonly path: string}[];
  readonly figures: readonly DigestFigure[];
  /** What every reader has to know of the data. */
  readonly notices: readonly string[];
}

/** A headline figure as it is printed. */
export interface DigestFigure {
  readonly kpi: string;
  readonly name: string;
  readonly value: string;
  readonly counts: string;
  readonly interval: string;
  readonly target: string;
  readonly change: string;
  readonly signal: string;
}

/** Says what there is to say of a period, in the site's language. */
export function digestOf(figures: Figures, period: Period): Digest {
  const {pipeline, run} = figures.data;
  const {locale} = pipeline;
  const isFinished = isOver(period, run.as_of);
  const page = `/leadership/${period.id}`;
  const findings = describeFindings(figures, period).map(({lead, rest, why, evidence}) => ({
    text: [lead + rest, ...(why === undefined ? [] : [why])].join(locale === 'zh-CN' ? '' : ' '),
    path: page + (evidence ?? '')
  }));
  return {
    title: reportTitle(period, locale),
    locale,
    period,
    isOver: isFinished,
    asOf: run.as_of,
    findings,
    figures: headlineKpis(figures).map((kpi) => digestFigure(figures, period, kpi)),
    notices: run.notices.map((notice) => notice[locale])
  };
}

function digestFigure(figures: Figures, period: Period, kpi: SiteKpi): DigestFigure {
  const {locale} = figures.data.pipeline;
  const figure = figures.find(kpi.id, period);
  const name = kpi.title[locale];
  if (!isPublished(figure)) {
    return {kpi: kpi.id, name, value: '—', counts: '', interval: '', target: '', change: '', signal: ''};
  }
  const verdict = judgeTarget(kpi, figure);
  const before = compareFigures(figures, kpi, period, 'before');
  const signal = describeSignal(figures, kpi, period);
  const when = earlierName(period, locale);
  // Where a control chart judges the month, it tells what is beyond chance, and two periods alone do not.
  const change =
    before &&
    (signal
      ? describeChange(kpi, figure.value, before.earlier, when, locale)
      : describeComparison(kpi, figure.value, before, when, locale));
  return {
    kpi: kpi.id,
    name,
    value: formatValue(figure.value, kpi.unit, locale),
    counts: formatCounts(kpi, figure, locale),
    interval: formatInterval(figure, kpi.unit, locale),
    target: verdict ? describeTarget(kpi, verdict, locale) : '',
    change: change ?? '',
    signal: [signal?.word, signal?.assurance].filter((word) => word !== undefined).join(say(locale, 'clause_comma'))
  };
}
