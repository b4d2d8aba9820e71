import {createHash} from 'node:crypto';
import {ProblemsError} from '../config/problems.ts';
import type {JsonObject} from './json.ts';

/** How often an API may lead to a page that was read already, or give the rows of the last page once more. */
const MOST_REPEATS = 3;
/** How many empty pages may follow one another. */
const MOST_EMPTY = 1000;

/** Sees to it that paging comes to an end. */
export class Circles {
  private readonly visits = new Map<string, number>();
  private hash = '';
  private repeats = 0;

  /** Whether a page that was read holds just what the page before held. */
  isRepeated(url: URL, records: readonly JsonObject[]): boolean {
    const hash = createHash('sha256').update(JSON.stringify(records)).digest('base64');
    this.repeats = hash === this.hash ? this.repeats + 1 : 0;
    this.hash = hash;
    this.visits.set(url.href, (this.visits.get(url.href) ?? 0) + 1);
    return this.repeats > 0;
  }

  /** Whether an API that names its last page as the next one has done so often enough to be believed. */
  isEnd(url: URL, next: URL): boolean {
    return next.href === url.href && this.repeats === MOST_REPEATS;
  }

  /** Throws a ProblemsError where it has gone in circles for long enough. */
  check(next: URL, records: readonly JsonObject[], place: string): void {
    const most = records.length > 0 ? MOST_REPEATS : MOST_EMPTY;
    if (this.repeats <= most && (this.visits.get(next.href) ?? 0) <= MOST_REPEATS) return;
    throw new ProblemsError([
      `${place}.paging: the API goes in circles: it gave the same pages again and again; correct paging, or ask whoever runs the API`
    ]);
  }
}
