import type {Digest, DigestFigure} from '../../../reports/digest/digest.ts';
import {say} from '../../../reports/words/locale.ts';
import type {Locale} from '../../publish/siteData.ts';

interface Form {
  readonly title: string;
  readonly site: string;
  readonly link: string;
  readonly longest: number;
  readonly lineEnd: string;
  readonly hasTitle: boolean;
}

/** A line of a message. */
interface Line {
  readonly text: string;
  /** What is left out where the text has to be cut. */
  readonly end?: string;
  /** Whether it says nothing when it is cut. */
  readonly isWhole?: boolean;
}

/**
 * A digest as Markdown of the kind that all robots know: bold, links and lines. What does not fit is left out from a whole sentence on,
 * and the message says that there is more.
 *
 * @returns at most `longest` bytes of UTF-8
 */
export function robotText(digest: Digest, {title, site, link, longest, lineEnd, hasTitle}: Form): string {
  const {locale, asOf, isOver, findings, figures, notices} = digest;
  const state = say(locale, isOver ? 'period_over' : 'period_open');
  const head = [...(hasTitle ? [`**${plain(title)}**`] : []), `${say(locale, 'as_of', {time: asOf})} · ${state}`];
  const lines: Line[] = [
    ...notices.map((text) => ({text: plain(text)})),
    ...findings.map(({text, path}, i) => ({
      text: `${i + 1}. ${plain(text)}`,
      end: ` [${say(locale, 'evidence')}](${site}${path})`
    })),
    ...figures.map((figure, i) => ({
      text: (i === 0 ? `**${say(locale, 'mail_figures')}**${lineEnd}` : '') + figureText(figure, locale),
      isWhole: true
    }))
  ];
  const tail = `[${say(locale, 'mail_open')}](${link})`;
  const whole = [...head, ...lines.map(({text, end = ''}) => text + end), tail].join(lineEnd);
  if (bytes(whole) <= longest) return whole;
  const rest = [say(locale, 'mail_more'), tail];
  const room = longest - bytes([...head, '', ...rest].join(lineEnd));
  return [...head, ...fitting(lines, room, {lineEnd, locale}), ...rest].join(lineEnd);
}

function figureText({name, value, counts, signal, target, change}: DigestFigure, locale: Locale): string {
  const rest = [counts, signal, target, change].filter((text) => text !== '').map(plain);
  return [`${plain(name)} **${plain(value)}**`, ...rest].join(say(locale, 'clause_comma'));
}

/** As many lines as there is room for, the last one perhaps cut at the end of a sentence. */
function fitting(lines: readonly Line[], room: number, {lineEnd, locale}: {lineEnd: string; locale: Locale}): string[] {
  const taken: string[] = [];
  let left = room;
  for (const {text, end = '', isWhole = false} of lines) {
    const line = text + end;
    if (bytes(line) <= left) {
      taken.push(line);
      left -= bytes(line + lineEnd);
      continue;
    }
    const cut = isWhole ? '' : wholeSentences(text, left, locale);
    return cut === '' ? taken : [...taken, cut];
  }
  return taken;
}

function wholeSentences(text: string, room: number, locale: Locale): string {
  let cut = '';
  // A semicolon ends what can stand alone as well.
  for (const {segment} of new Intl.Segmenter(locale, {granularity: 'sentence'}).segment(text)) {
    for (const part of segment.split(/(?<=；|; )/)) {
      if (bytes(cut + part) > room) return cut.trimEnd();
      cut += part;
    }
  }
  return cut.trimEnd();
}

const WIDE: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '*': '＊',
  '<': '＜',
  '>': '＞',
  '`': '｀',
  _: '＿',
  '~': '～',
  '\\': '＼'
};

/** A text in which nothing is Markdown or mentions anybody. The messengers know no common escape, so its signs become wide ones. */
function plain(text: string): string {
  return text.replace(/[[\]*<>`_~\\]/g, (sign) => WIDE[sign]!).replace(/\s+/g, ' ');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
