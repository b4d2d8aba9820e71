import {z} from 'zod';
import {scaleOf} from '../drawing/dotInterval.ts';
import {markup} from '../drawing/markup.ts';
import {disclosure} from '../drawing/table.ts';
import {isPublished} from '../figures/compareFigures.ts';
import {memberRows, type MemberRow} from '../figures/memberRows.ts';
import {say} from '../words/locale.ts';
import {absentNote} from './absentNote.ts';
import {comparisonTable} from './comparisonTable.ts';
import {defineComponent} from './component.ts';
import {comparableDimension, dimensionName} from './dimensions.ts';
import {findKpi} from './findKpi.ts';

/** One KPI by the members of a dimension, with intervals, in the order of their volume: never a ranking. */
export const comparison = defineComponent(
  z.strictObject({
    dimension: comparableDimension,
    kpi: z.string(),
    /** A count KPI: its size orders the members. */
    volume: z.string(),
    /** How many members stand in the open; the others are behind a disclosure. */
    shown: z.int().min(1).default(15)
  }),
  (report, options) => {
    const {period, figures, locale} = report;
    const kpi = findKpi(report, options.kpi);
    const volume = findKpi(report, options.volume);
    if (period === undefined) return markup``;
    if (!figures.hasData(kpi.id)) return markup`${absentNote(report, [kpi])}`;
    const dimension = dimensionName(report, options.dimension);
    const rows = memberRows(figures, period, options);
    const count = rows.filter(({member}) => member !== '').length;
    if (count === 0) return markup`<p class="muted">${say(locale, 'compare_none', {dimension})}</p>`;
    const overall: MemberRow = {
      member: 'all',
      figure: figures.find(kpi.id, period),
      volume: figures.find(volume.id, period)?.value ?? 0
    };
    const values = [...rows, overall]
      .map(({figure}) => figure)
      .filter(isPublished)
      .flatMap(({value, low, high}) => [value, low ?? value, high ?? value]);
    const heading = {
      kpi,
      volume,
      dimension: options.dimension,
      overall,
      scale: values.length === 0 ? undefined : scaleOf(values)
    };
    const rest = rows.slice(options.shown);
    const note =
      count === 1
        ? say(locale, 'compare_one', {dimension})
        : say(locale, 'compare_note', {volume: volume.title[locale].toLowerCase()});
    return markup`<figure class="chart wide" id="${options.dimension}-${kpi.id}">
<figcaption>${say(locale, 'compare_title', {count, dimension, kpi: kpi.title[locale]})}</figcaption>
${comparisonTable(report, rows.slice(0, options.shown), heading)}
${rest.length > 0 ? disclosure(say(locale, 'compare_rest', {count: rest.length}), comparisonTable(report, rest, heading)) : undefined}
<p class="note">${note}</p>
</figure>`;
  }
);
