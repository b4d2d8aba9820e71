import type {Digest} from '../../../reports/digest/digest.ts';
import {say} from '../../../reports/words/locale.ts';

/** A digest as plain text: the other half of a mail, and what lies beside a report in a folder. */
export function mailText(
  {locale, title, isOver, asOf, findings, figures, notices}: Digest,
  {company, link, attached}: {company: string; link: string | undefined; attached: readonly string[]}
): string {
  const state = say(locale, isOver ? 'period_over' : 'period_open');
  const paragraphs = [
    [company, title, `${say(locale, 'as_of', {time: asOf})} · ${state}`],
    notices,
    [say(locale, 'findings'), ...findings.map(({text}, i) => `${i + 1}. ${text}`)],
    figures.length === 0
      ? []
      : [
          say(locale, 'mail_figures'),
          ...figures.map(({name, value, counts, interval, signal, target, change}) => {
            const rest = [counts, interval, signal, target, change].filter((text) => text !== '');
            return `- ${[`${name} ${value}`, ...rest].join(say(locale, 'clause_comma'))}`;
          }),
          say(locale, 'interval_note')
        ],
    link === undefined ? [] : [say(locale, 'mail_open'), link],
    attached.length === 0 ? [] : [say(locale, 'mail_attached', {names: attached.join(say(locale, 'comma'))})]
  ];
  const filled = paragraphs.filter(({length}) => length > 0).map((lines) => lines.join('\n'));
  return `${filled.join('\n\n')}\n`;
}
