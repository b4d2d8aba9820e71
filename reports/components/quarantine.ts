import {z} from 'zod';
import type {SiteQuarantine} from '../../src/publish/siteData.ts';
import {markup, type Printable} from '../drawing/markup.ts';
import {disclosure, table, type Column} from '../drawing/table.ts';
import {sumReasons} from '../figures/sumReasons.ts';
import {formatCount} from '../words/formatValue.ts';
import {say, WORDS, type Word} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** The rows that were set aside, by reason, the most frequent first; by file behind a disclosure. */
export const quarantine = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const reasons = figures.data.quarantine;
  if (reasons.length === 0) return markup`<p class="muted">${say(locale, 'no_quarantine')}</p>`;
  const columns: Column[] = [
    {head: say(locale, 'reason')},
    {head: say(locale, 'rows'), isNumber: true},
    {head: say(locale, 'field')},
    {head: say(locale, 'source')},
    {head: say(locale, 'record')}
  ];
  const cells = (each: Omit<SiteQuarantine, 'file'>): Printable[] => [
    reasonText(report, each.reason),
    formatCount(each.rows),
    each.field ?? say(locale, 'whole_row'),
    each.source,
    each.record
  ];
  const label = say(locale, 'quarantined');
  const summed = sumReasons(reasons).map((each) => [...cells(each), formatCount(each.files)]);
  const byFile = reasons.toSorted((a, b) => b.rows - a.rows).map((each) => [...cells(each), each.file]);
  const count = formatCount(reasons.reduce((sum, {rows}) => sum + rows, 0));
  return markup`<p>${say(locale, 'quarantine_sentence', {count})}</p>
${table([...columns, {head: say(locale, 'files'), isNumber: true}], summed, label)}
${disclosure(say(locale, 'by_file'), table([...columns, {head: say(locale, 'file')}], byFile, label))}`;
});

/** A reason in words, where the contract gives it as a code; as it stands otherwise. */
function reasonText({locale}: Report, reason: string): string {
  const word = `reason_${reason}`;
  return Object.hasOwn(WORDS, word) ? say(locale, word as Word) : reason;
}
