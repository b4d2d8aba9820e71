import {isPublished} from '../../../reports/figures/compareFigures.ts';
import {describeMissing} from '../../../reports/words/describeFigure.ts';
import {printValue, scaleOf} from '../../../reports/words/formatValue.ts';
import {say} from '../../../reports/words/locale.ts';
import type {KpiValue, Locale, SiteKpi, Unit} from '../../publish/siteData.ts';
import type {Cell} from '../workbook.ts';

export const DAY = 'yyyy-mm-dd';
export const TIME = 'yyyy-mm-dd hh:mm';
export const MONTH = 'yyyy-mm';
export const COUNT = '#,##0';
export const PERCENT = '0.0%';
export const RATIO = '0.00';
export const SMALL = '[<0.001]"<0.001";0.000';

/** The number format of a unit. A percentage is a fraction that is shown as one, as spreadsheets have it. */
export function unitFormat(unit: Unit): string {
  if (unit === 'percent') return PERCENT;
  const {decimals} = scaleOf(unit);
  return decimals === 0 ? COUNT : `${COUNT}.${'0'.repeat(decimals)}`;
}

/** A value in its unit, as a number; empty without one. */
export function valueCell(value: number | null, unit: Unit): Cell {
  if (value === null) return null;
  return {value: unit === 'percent' ? value : value * scaleOf(unit).times, format: unitFormat(unit)};
}

/** What a unit is called; the unit of a count is that of what it counts. */
export function unitName(unit: Unit, locale: Locale): string {
  return printValue(0, unit, locale).unit.trim();
}

/** The value of a figure, or the word for why there is none. */
export function figureCell(kpi: SiteKpi, figure: KpiValue | undefined, locale: Locale): Cell {
  if (isPublished(figure)) return valueCell(figure.value, kpi.unit);
  if (figure?.is_withheld !== true) return null;
  return {value: say(locale, 'withheld'), format: unitFormat(kpi.unit)};
}

/** How many stand behind a figure: the numerator, where it is a share, and the denominator; empty for counts and what is withheld. */
export function countCells({kind, unit}: SiteKpi, figure: KpiValue | undefined): [Cell, Cell] {
  if (!isPublished(figure) || kind === 'count' || kind === 'stock' || kind === 'sum') return [null, null];
  return [kind === 'ratio' && unit === 'percent' ? figure.numerator : null, figure.denominator];
}

/** The limits of a figure's interval. */
export function intervalCells({unit}: SiteKpi, figure: KpiValue | undefined): [Cell, Cell] {
  if (!isPublished(figure)) return [null, null];
  return [valueCell(figure.low, unit), valueCell(figure.high, unit)];
}

/** Why a figure has no value, or that it is not the last word. */
export function remark(kpi: SiteKpi, figure: KpiValue | undefined, locale: Locale): string {
  if (!isPublished(figure)) return describeMissing(kpi, figure, locale);
  return figure.is_provisional ? say(locale, 'provisional') : '';
}

/** A local time, YYYY-MM-DD with HH:MM or without, as a date of a cell. */
export function localDate(text: string | null): Date | null {
  return text === null ? null : new Date(`${text.slice(0, 10)}T${text.slice(11, 16) || '00:00'}Z`);
}
