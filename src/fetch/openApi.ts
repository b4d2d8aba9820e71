import {ProblemsError} from '../config/problems.ts';
import type {StreamSpec} from '../extract/source.ts';
import type {FetchContext} from './fetchStream.ts';
import {paceOf, type Pace} from './pace.ts';
import {requestJson, sameOrigin, type Answer} from './requestJson.ts';
import type {RestStream} from './restSpec.ts';
import {tryAgain} from './tryAgain.ts';
import {variablesOf, type Variables} from './variables.ts';

export type RestSource = Extract<StreamSpec, {readonly kind: 'rest'}>;

/** A list of records of an API, ready to be asked. */
export interface Api {
  /** The address of a page. Its query has what all pages have, `query`, and on the first page what only that one has. */
  urlOf(query: Readonly<Record<string, string>>, options?: {readonly isFirst: boolean}): URL;
  /** An address that an answer names. Throws a ProblemsError where it is none, or another host's. */
  linked(link: string, answer: Answer): URL;
  /** Gets a page, again and again where that may help. Throws a ProblemsError. */
  ask(url: URL): Promise<Answer>;
}

/** The streams of a source share what its API allows. */
const paces = new WeakMap<RestSource, Pace>();

/** Puts the environment variables in. Throws a ProblemsError for what is missing or no address. */
export function openApi(
  spec: RestSource,
  stream: RestStream,
  {cursor, environment, signal, onRetry}: FetchContext,
  {place, at}: {place: string; at: string}
): Api {
  const variables = variablesOf(environment);
  const expand = (texts: Readonly<Record<string, string>>, path: string) =>
    Object.entries(texts).map(([key, text]): [string, string] => [key, variables.expand(text, `${path}.${key}`)]);
  const address = addressOf(spec, stream, variables, {place, at});
  const common = expand(stream.query, `${at}.query`);
  const first = expand(stream.first, `${at}.first`);
  const pace = paces.get(spec) ?? paceOf(spec.rate);
  paces.set(spec, pace);
  const options = {
    headers: headersOf(spec, variables, place),
    timeoutSeconds: spec.timeout,
    largestBytes: spec.largest_answer_mb * 1e6,
    signal,
    isResumed: cursor !== undefined
  };
  return {
    urlOf(query, {isFirst} = {isFirst: false}) {
      const url = new URL(address);
      const parameters = [...common, ...(isFirst ? first : []), ...Object.entries(query)];
      for (const [key, value] of parameters) url.searchParams.set(key, value);
      return url;
    },
    linked(link, answer) {
      if (URL.canParse(link, answer.url)) return sameOrigin(new URL(link, answer.url), address, at);
      throw new ProblemsError([`${at}.paging: expected the address of the next page, got a text that is none`]);
    },
    ask(url) {
      const asked = `${at}, ${variables.hide(`${url.origin}${url.pathname}`)}`;
      return tryAgain(
        async () => {
          await pace.step(signal);
          return requestJson(url, {...options, place: asked});
        },
        {patience: spec.retry, place: asked, signal, onRetry}
      );
    }
  };
}

function headersOf(spec: RestSource, variables: Variables, place: string): Record<string, string> {
  const given = Object.entries(spec.headers).map(([name, text]): [string, string] => {
    const value = variables.expand(text, `${place}, headers.${name}`);
    if (/^[\t\x20-\x7e]*$/.test(value)) return [name.toLowerCase(), value];
    throw new ProblemsError([
      `${place}, headers.${name}: expected one line of ASCII characters, got others; correct ${text}`
    ]);
  });
  const headers = Object.fromEntries(given.filter(([, value]) => value !== ''));
  return {
    accept: 'application/json',
    ...headers,
    ...(spec.login && {authorization: basic(spec.login, variables, place)})
  };
}

function basic(login: NonNullable<RestSource['login']>, variables: Variables, place: string): string {
  const user = variables.expand(login.user, `${place}, login.user`);
  const password = variables.expand(login.password, `${place}, login.password`);
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function addressOf(
  spec: RestSource,
  stream: RestStream,
  variables: Variables,
  {place, at}: {place: string; at: string}
): URL {
  const base = variables.expand(spec.url, `${place}, url`);
  const path = variables.expand(stream.path, `${at}.path`).replace(/^\//, '');
  const text = path === '' ? base : `${base.replace(/\/$/, '')}/${path}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username) {
    throw new ProblemsError([`${place}, url: expected no user and password in the address; write them under login`]);
  }
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new ProblemsError([
    `${place}, url: expected an address such as https://crm.example.com/api, got "${spec.url}"`
  ]);
}
