import {z} from 'zod';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {disclosure, table} from '../drawing/table.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {provenance} from './provenance.ts';
import {ruleSection} from './ruleSection.ts';

type Hours = PolicyVersion['business_hours'][number];

/** The hours in which working hours run, and the calendar by which working days are counted. */
export const policyHours = defineComponent(
  z.strictObject({}),
  (report) => markup`${ruleSection(
    report,
    ({business_hours: hours}) => hours,
    (hours) => (hours.length === 0 ? undefined : hoursLines(report, hours)),
    markup`<p class="muted">${say(report.locale, 'no_hours')}</p>`
  )}
${calendarNote(report)}`
);

function hoursLines(report: Report, hours: readonly Hours[]): Markup {
  const {locale} = report;
  return markup`${(['working_days', 'every_day'] as const).map((on) => {
    const spans = hours.filter((each) => each.on === on);
    const [first] = spans;
    if (first === undefined) return undefined;
    const told = spans.map(({from, to}) => say(locale, 'hours_span', {from, to})).join(say(locale, 'comma'));
    return markup`<p>${say(locale, `hours_${on}`, {hours: told})} ${provenance(report, first)}</p>`;
  })}`;
}

/** The calendar, where the policy sets limits that need one. */
function calendarNote({figures, locale}: Report): Markup | undefined {
  const {calendar, policy} = figures.data;
  const {title, years} = calendar;
  const [first] = years;
  const last = years.at(-1);
  const isUsed = policy.versions.some(({clocks}) => clocks.length > 0);
  if (!isUsed || first === undefined || last === undefined) return undefined;
  const rows = years.toReversed().map(({year, notices}) => [year, notices.join(say(locale, 'comma'))]);
  const head = [{head: say(locale, 'year_head')}, {head: say(locale, 'notice_head')}];
  const span = {title: title[locale], first: first.year, last: last.year};
  return markup`<p>${say(locale, 'calendar_years', span)}</p>
${disclosure(say(locale, 'calendar_list'), table(head, rows, title[locale]))}`;
}
