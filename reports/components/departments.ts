import {z} from 'zod';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteUnit} from '../../src/publish/siteReport.ts';
import {funnelChart} from '../drawing/funnelChart.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {drawPlot} from '../drawing/plot.ts';
import {disclosure, table} from '../drawing/table.ts';
import {describeUnit} from '../words/describeFindings.ts';
import {formatCount, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {absentNote} from './absentNote.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, memberName} from './dimensions.ts';
import {partKpis} from './findKpi.ts';
import {CHART_WIDTH, reportFigure} from './reportFigure.ts';
import {unitVerdict} from './unitVerdict.ts';

/** Departments in a funnel, by the figures that are named and those of which a finding speaks: told apart only where that is no chance. */
export const departments = defineComponent(z.strictObject({kpis: z.array(z.string()).min(1)}), (report, {kpis}) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const found = figures.report
    .findings(period)
    .flatMap(({kind, kpi}) => (kind === 'department' && kpi !== null ? [kpi] : []));
  const {present, absent} = partKpis(report, [...new Set([...kpis, ...found])]);
  const compared = present
    .map((kpi) => ({kpi, units: figures.report.departments(kpi.id, period)}))
    .filter(({units}) => units.length > 0);
  if (compared.length === 0) return markup`<p class="muted" id="departments">${say(locale, 'departments_none')}</p>`;
  return markup`<div class="charts" id="departments">${compared.map(({kpi, units}) => figureOf(report, kpi, units))}</div>${absentNote(report, absent)}`;
});

function figureOf(report: Report, kpi: SiteKpi, units: readonly SiteUnit[]): Markup {
  const {figures, locale} = report;
  const settings = figures.report.comparisonSettings;
  const name = kpi.title[locale];
  const outside = units.filter(({verdict}) => verdict === 'investigate');
  const judged = units.filter(({verdict}) => verdict !== 'cannot_tell');
  const names = outside.map(({member}) => memberName(report, 'department', member)).join(say(locale, 'comma'));
  const title =
    judged.length === 0
      ? say(locale, 'units_cannot', {kpi: name})
      : outside.length > 0
        ? say(locale, 'departments_outside', {kpi: name, names})
        : say(locale, 'units_alike', {kpi: name});
  const sentence = say(locale, judged.length === 0 ? 'departments_few' : 'departments_reading', {
    span: say(locale, `found_unit_${units[0]!.grain}`),
    count: judged.length,
    few: units.length - judged.length
  });
  const chart =
    settings === null
      ? undefined
      : funnelChart(
          locale,
          kpi,
          units,
          {settings, names: (member) => memberName(report, 'department', member)},
          {label: `${title} ${sentence}`, width: CHART_WIDTH, height: 280}
        );
  return reportFigure({
    id: `department-${kpi.id}`,
    title,
    chart: chart && drawPlot(chart),
    sentence,
    rest: disclosure(say(locale, 'table'), unitTable(report, kpi, units))
  });
}

function unitTable(report: Report, kpi: SiteKpi, units: readonly SiteUnit[]): Markup {
  const {locale} = report;
  return table(
    [
      {head: dimensionHead(report, 'department')},
      {head: kpi.title[locale], isNumber: true},
      {head: say(locale, 'departments_expected'), isNumber: true},
      {head: say(locale, 'head_adjusted'), isNumber: true},
      {head: say(locale, 'head_verdict')}
    ],
    units.map((unit) => [
      memberName(report, 'department', unit.member),
      unit.total < kpi.minimum
        ? say(locale, 'too_few', {minimum: formatCount(kpi.minimum)})
        : describeUnit(kpi, unit, locale),
      unit.expected === null || unit.total < kpi.minimum
        ? '—'
        : formatValue(unit.expected / unit.total, kpi.unit, locale),
      unit.adjusted === null || unit.total < kpi.minimum ? '—' : formatValue(unit.adjusted, kpi.unit, locale),
      unitVerdict(report, unit)
    ]),
    kpi.title[locale]
  );
}
