import {z} from 'zod';
import type {SiteLedgerEntry} from '../../src/publish/sitePerformance.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import type {Period} from '../figures/period.ts';
import {formatShared} from '../words/describeCard.ts';
import {say, type Word} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {memberName} from './dimensions.ts';

const TONES: Partial<Record<SiteLedgerEntry['state'], string>> = {granted: 'better', refused: 'worse'};

/** The adjustments and objections about the cards of a period, what was decided on them, and the figures before and after. */
export const ledgerEntries = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const entries = figures.performance.ledger(period);
  const how = markup`<p class="small">${say(locale, 'ledger_how')}</p>`;
  if (entries.length === 0) return markup`<p>${say(locale, 'ledger_none')}</p>${how}`;
  return markup`${entryTable(report, entries)}${effects(report, period)}${how}`;
});

function entryTable(report: Report, entries: readonly SiteLedgerEntry[]): Markup {
  const {figures, locale} = report;
  return table(
    [
      {head: say(locale, 'ledger_entry')},
      {head: say(locale, 'ledger_case')},
      {head: say(locale, 'ledger_ask')},
      {head: say(locale, 'ledger_asked')},
      {head: say(locale, 'ledger_state')}
    ],
    entries.map((entry) => [
      markup`${entry.entry}<br><span class="small">${say(locale, `ledger_kind_${entry.kind}`)}</span>`,
      markup`${entry.record_id}<br><span class="small">${figures.kpi(entry.kpi)?.title[locale] ?? entry.kpi}</span>`,
      markup`${say(locale, `ledger_ask_${entry.ask}`, {member: entry.member ?? ''})}<br><span class="small">${entry.reason}</span>`,
      say(locale, 'ledger_decided', {by: entry.asked_by, at: entry.asked_at}),
      decision(report, entry)
    ]),
    say(locale, 'ledger_table'),
    'ledger'
  );
}

function decision({locale}: Report, entry: SiteLedgerEntry): Markup {
  const word = markup`<span class="word ${TONES[entry.state] ?? 'neutral'}">${say(locale, `ledger_state_${entry.state}`)}</span>`;
  const why = entry.void_reason === null ? undefined : say(locale, `ledger_void_${entry.void_reason}` as Word);
  const lines = [
    why,
    entry.decided_by === null || entry.decided_at === null
      ? undefined
      : say(locale, 'ledger_decided', {by: entry.decided_by, at: entry.decided_at}),
    entry.decision_reason ?? undefined
  ].filter((line) => line !== undefined);
  return markup`${word}${lines.map((line) => markup`<br><span class="small">${line}</span>`)}`;
}

/** The heads whose counts a ruling has changed. */
function effects(report: Report, period: Period): Markup | undefined {
  const {figures, locale} = report;
  const changed = (['department', 'handler'] as const)
    .flatMap((dimension) => figures.performance.cards(period, dimension))
    .filter(({is_ruled}) => is_ruled)
    .flatMap((card) =>
      figures.performance
        .heads(card)
        .filter((head) => head.count !== head.earlier_count || head.total !== head.earlier_total)
        .map((head) =>
          say(locale, 'ledger_effect', {
            name: card.dimension === 'department' ? memberName(report, 'department', card.member) : card.member,
            kpi: figures.kpi(head.kpi)?.title[locale] ?? head.kpi,
            before: say(locale, 'card_count', {
              count: formatShared(head.earlier_count),
              total: formatShared(head.earlier_total)
            }),
            after: say(locale, 'card_count', {count: formatShared(head.count), total: formatShared(head.total)})
          })
        )
    );
  if (changed.length === 0) return undefined;
  return markup`<h3>${say(locale, 'ledger_effects')}</h3><ul class="plain-list">${changed.map((text) => markup`<li>${text}</li>`)}</ul>`;
}
