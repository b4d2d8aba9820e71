import {z} from 'zod';
import type {SiteSource} from '../../src/publish/siteData.ts';
import {markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatSpan} from '../words/formatSpan.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {sourceCounts} from './sourceCounts.ts';

/** Each source: whether it could be read, how old its data are, what it took, how its count compares, and what there is to note. */
export const sourceList = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const {sources} = figures.data.operations;
  if (sources.length === 0) return markup`<p class="muted">${say(locale, 'no_sources')}</p>`;
  const told = sources.flatMap(({source, message, notes}) =>
    [...(message === null ? [] : [message]), ...notes.map((note) => `${source}: ${note}`)].map(
      (text) => markup`<li>${text}</li>\n`
    )
  );
  return markup`${table(
    [
      {head: say(locale, 'source')},
      {head: say(locale, 'source_state')},
      {head: say(locale, 'source_read_at')},
      {head: say(locale, 'source_age'), isNumber: true},
      {head: say(locale, 'run_duration'), isNumber: true},
      {head: say(locale, 'source_retries')}
    ],
    sources.map((source) => [
      source.source,
      stateText(report, source),
      source.read_at ?? say(locale, 'source_never'),
      source.age_seconds === null ? '' : formatSpan(source.age_seconds, locale),
      formatSpan(source.seconds, locale),
      retryText(report, source)
    ]),
    say(locale, 'source')
  )}
${sourceCounts(report)}
${told.length === 0 ? '' : markup`<ul>${told}</ul>`}`;
});

function stateText({locale}: Report, {state}: SiteSource) {
  const text = say(locale, `source_${state}`);
  return state === 'failed' ? markup`<strong class="worse">${text}</strong>` : text;
}

function retryText({locale}: Report, {retries}: SiteSource): string {
  if (retries.length === 0) return say(locale, 'no_retries');
  return retries.map((retry) => say(locale, 'source_retry', retry)).join(say(locale, 'comma'));
}
