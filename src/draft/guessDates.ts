import {DEFAULT_FORMATS, dateFormat, parseLocalTime, type DateFormat} from '../contract/dateFormat.ts';

/** How the dates of a column are read. */
export interface GuessedDates {
  /** In the order in which they are tried; none where the usual formats do. */
  readonly formats: readonly string[];
  /** Whether a format lacks the year. */
  readonly isYearless: boolean;
  /** The years that the others name, the most frequent first. */
  readonly years: readonly number[];
  /** The share of the texts that are read. */
  readonly share: number;
  /** The format that would read everything just as well with day and month the other way round. */
  readonly rival?: string;
}

/** A leap year, so that the 29th of February is read whatever year it belongs to. */
const ANY_YEAR = 2024;

/** When less than this share of the first texts is read, the rest is not looked at. */
const LEAST_SHARE = 0.2;
const FIRST_TEXTS = 100;

/** Finds the formats, out of those that are known, in which most of the texts can be read. */
export function guessDates(texts: readonly string[], known: readonly string[]): GuessedDates {
  const first = texts.slice(0, FIRST_TEXTS);
  if (first.length === texts.length) return guessFrom(texts, known);
  const glance = guessFrom(first, known);
  return glance.share < LEAST_SHARE ? glance : guessFrom(texts, known);
}

function guessFrom(texts: readonly string[], known: readonly string[]): GuessedDates {
  const usual = texts.map((text) => yearRead(text, DEFAULT_FORMATS));
  if (usual.every((year) => year !== undefined))
    return {formats: [], isYearless: false, years: byCount(usual), share: 1};
  const candidates = known.map((format) => dateFormat(format, ANY_YEAR));
  const chosen: DateFormat[] = [];
  let rival: string | undefined;
  let rest = [...texts];
  while (rest.length > 0) {
    const open = candidates.filter(({format}) => chosen.every((one) => swapped(one.format) !== format));
    const counts = open.map((format) => rest.filter((text) => parseLocalTime(text, format)).length);
    const most = Math.max(0, ...counts);
    if (most === 0) break;
    const best = open[counts.indexOf(most)]!;
    const other = open.findIndex(({format}) => format === swapped(best.format) && format !== best.format);
    if (other >= 0 && counts[other] === most) rival ??= open[other]!.format;
    chosen.push(best);
    rest = rest.filter((text) => !parseLocalTime(text, best));
  }
  const ordered = candidates.filter((format) => chosen.includes(format));
  const full = ordered.filter(({year}) => year === undefined);
  return {
    formats: ordered.map(({format}) => format),
    isYearless: full.length < ordered.length,
    years: byCount(texts.flatMap((text) => yearRead(text, full) ?? [])),
    share: texts.length === 0 ? 0 : 1 - rest.length / texts.length,
    ...(rival !== undefined && {rival})
  };
}

function yearRead(text: string, formats: readonly DateFormat[]): number | undefined {
  for (const format of formats) {
    const time = parseLocalTime(text, format);
    if (time) return time.year;
  }
  return undefined;
}

/** A format with day and month the other way round. */
function swapped(format: string): string {
  return format.replace(/%[dm]/g, (token) => (token === '%d' ? '%m' : '%d'));
}

function byCount(years: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year);
}
