import {z} from 'zod';
import type {SiteIntake} from '../../src/publish/siteData.ts';
import {markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** What the run read and where each row went, with the sum that must come out even. */
export const intake = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const rows = figures.data.intake;
  if (rows.length === 0) return markup`<p class="muted">${say(locale, 'no_intake')}</p>`;
  const total = rows.reduce((sum, row) => ({
    source: say(locale, 'total'),
    record: '',
    files: sum.files + row.files,
    rows_read: sum.rows_read + row.rows_read,
    loaded: sum.loaded + row.loaded,
    unchanged: sum.unchanged + row.unchanged,
    quarantined: sum.quarantined + row.quarantined
  }));
  const told = {
    read: formatCount(total.rows_read),
    loaded: formatCount(total.loaded),
    unchanged: formatCount(total.unchanged),
    quarantined: formatCount(total.quarantined),
    told: formatCount(total.rows_read - offBy(total)),
    count: formatCount(offBy(total))
  };
  const heads = ['files', 'rows_read', 'loaded', 'unchanged', 'quarantined'] as const;
  return markup`<p>${say(locale, offBy(total) === 0 ? 'intake_sentence' : 'intake_off', told)}</p>
${table(
  [
    {head: say(locale, 'source')},
    {head: say(locale, 'record')},
    ...heads.map((head) => ({head: say(locale, head), isNumber: true})),
    {head: say(locale, 'balance')}
  ],
  [...rows, ...(rows.length > 1 ? [total] : [])].map((row) => [
    row.source,
    row.record,
    ...heads.map((head) => formatCount(row[head])),
    balance(report, row)
  ]),
  say(locale, 'rows_read')
)}`;
});

function balance({locale}: Report, row: SiteIntake) {
  const off = offBy(row);
  if (off === 0) return say(locale, 'balanced');
  return markup`<strong class="worse">${say(locale, 'unbalanced', {count: formatCount(off)})}</strong>`;
}

function offBy({rows_read, loaded, unchanged, quarantined}: SiteIntake): number {
  return rows_read - loaded - unchanged - quarantined;
}
