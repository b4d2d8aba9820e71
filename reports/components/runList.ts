import {z} from 'zod';
import type {SiteRun} from '../../src/publish/siteData.ts';
import {markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatSpan} from '../words/formatSpan.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** The latest runs, the last one first: what made them begin, how they ended, and what became of the rows. */
export const runList = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const {runs} = figures.data.operations;
  if (runs.length === 0) return markup`<p class="muted">${say(locale, 'no_runs')}</p>`;
  const counts = ['rows_read', 'loaded', 'unchanged', 'quarantined'] as const;
  return table(
    [
      {head: say(locale, 'run_started')},
      {head: say(locale, 'run_number'), isNumber: true},
      {head: say(locale, 'run_trigger')},
      {head: say(locale, 'run_result')},
      ...counts.map((count) => ({head: say(locale, count), isNumber: true})),
      {head: say(locale, 'run_duration'), isNumber: true}
    ],
    runs.map((run) => [
      moment(run.started_at),
      String(run.id),
      say(locale, `trigger_${run.trigger}`),
      result(report, run),
      ...counts.map((count) => formatCount(run[count])),
      run.seconds === null ? '' : formatSpan(run.seconds, locale)
    ]),
    say(locale, 'nav_runs')
  );
});

/** A local time that breaks between its day and its hour only. */
function moment(time: string) {
  const [day, hour] = time.split(' ');
  return markup`<span class="part">${day}</span> ${hour}`;
}

function result({locale}: Report, {state}: SiteRun) {
  const text = say(locale, `result_${state}`);
  return state === 'failed' || state === 'interrupted' ? markup`<strong class="worse">${text}</strong>` : text;
}
