import {now} from '../clock.ts';
import {ProblemsError} from '../config/problems.ts';
import {parseJson, type Json} from './json.ts';
import {Passing, passingNetwork, passingStatus} from './passing.ts';

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly largestBytes: number;
  readonly signal: AbortSignal;
  /** What is asked, as problems name it, without secrets. */
  readonly place: string;
  /** What to do where the API refuses the place at which the last fetch ended. */
  readonly isResumed: boolean;
}

/** An answer that arrived and was parsed in full. */
export interface Answer {
  readonly body: Json;
  /** Where it came from, after redirections. */
  readonly url: URL;
  /** The address in its Link header with `rel="next"`, as it stands there. */
  readonly next: string | undefined;
}

const MOST_REDIRECTIONS = 5;
const REMEDIES: Readonly<Record<number, string>> = {
  400: 'see whether the API knows these query parameters',
  401: 'see whether the login or token is right and still valid',
  403: 'give the login or token the right to read this',
  404: 'correct url or path',
  410: 'correct url or path',
  422: 'see whether the API knows these query parameters'
};

/**
 * Gets an answer in JSON. Throws Passing for what may pass: refused and broken connections, silence, 429 and 5xx, an answer
 * that is cut off or is a page of HTML; and a ProblemsError for the rest.
 */
export async function requestJson(url: URL, options: RequestOptions): Promise<Answer> {
  const control = new AbortController();
  const abort = () => {
    control.abort(options.signal.reason);
  };
  options.signal.throwIfAborted();
  options.signal.addEventListener('abort', abort);
  const timer = setTimeout(() => {
    control.abort(new Passing('no answer in time'));
  }, options.timeoutSeconds * 1000);
  try {
    const {response, url: final} = await follow(url, control.signal, options);
    if (!response.ok) throw await refusal(response, options);
    const body = readJson(await readBytes(response, options), response, options);
    return {body, url: final, next: nextLink(response.headers.get('link'))};
  } catch (error) {
    if (control.signal.aborted) throw control.signal.reason;
    if (error instanceof Passing || error instanceof ProblemsError) throw error;
    const passing = passingNetwork(error);
    if (passing !== undefined) throw new Passing(passing);
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    throw new ProblemsError([`${options.place}: ${cause?.code ?? 'no request can be made'}; correct url`]);
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', abort);
  }
}

/** Follows redirections as long as they stay with the same host: the headers hold secrets. */
async function follow(
  from: URL,
  signal: AbortSignal,
  {headers, place}: RequestOptions
): Promise<{response: Response; url: URL}> {
  let url = from;
  for (let times = 0; times <= MOST_REDIRECTIONS; times++) {
    const response = await fetch(url, {headers, signal, redirect: 'manual'});
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return {response, url};
    await response.body?.cancel();
    url = sameOrigin(new URL(location, url), from, place);
  }
  throw new ProblemsError([`${place}: it was redirected more than ${MOST_REDIRECTIONS} times; correct url`]);
}

/** A further address that an answer names. Throws a ProblemsError where it is another host's. */
export function sameOrigin(url: URL, from: URL, place: string): URL {
  if (url.origin === from.origin) return url;
  throw new ProblemsError([
    `${place}: it refers to ${url.origin}, which is not asked, for the headers may hold secrets; set url to the address that the API has now`
  ]);
}

async function refusal(response: Response, {place, isResumed}: RequestOptions): Promise<Error> {
  const {status, headers} = response;
  await response.body?.cancel();
  const passing = passingStatus(status);
  if (passing !== undefined) return new Passing(`${passing} (${status})`, retryAfter(headers.get('retry-after')));
  const remedy = isResumed
    ? 'or, if it refuses the place where the last run ended, read everything again with --full'
    : undefined;
  return new ProblemsError([
    `${place}: the API answered ${status}; ${[REMEDIES[status] ?? 'see what the API says of this status', ...(remedy === undefined ? [] : [remedy])].join(', ')}`
  ]);
}

/** Seconds to wait, as a Retry-After says in seconds or as a date. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now().getTime()) / 1000);
}

async function readBytes(response: Response, {largestBytes, place}: RequestOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += (chunk as Uint8Array).byteLength;
    if (size > largestBytes) {
      throw new ProblemsError([
        `${place}: the answer is larger than ${Math.round(largestBytes / 1e6)} MB; ask for fewer rows at once, or raise largest_answer_mb`
      ]);
    }
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Buffer, response: Response, {place}: RequestOptions): Json {
  const text = decode(bytes, response, place);
  try {
    return parseJson(text);
  } catch {
    if (text.trimStart().startsWith('<')) throw new Passing('the answer is HTML instead of JSON');
    throw new Passing('the answer is no JSON, or cut off');
  }
}

function decode(bytes: Buffer, response: Response, place: string): string {
  const charset = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes);
  } catch {
    throw new ProblemsError([`${place}: the answer is not ${charset}, as it should be; see what the API says of it`]);
  }
}

function nextLink(header: string | null): string | undefined {
  const links = (header ?? '').matchAll(/<([^>]*)>([^<]*)/g);
  for (const [, address, parameters = ''] of links) if (/;\s*rel="?next"?/i.test(parameters)) return address;
  return undefined;
}
