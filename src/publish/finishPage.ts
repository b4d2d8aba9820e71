import {unsealMarkup} from './sealMarkup.ts';
import type {Locale} from './siteData.ts';

const SCRIPT = /<script type="module">([\s\S]*?)<\/script>\n?/g;
const PRELOAD = /<link rel="modulepreload"[^>]*>\n?/g;
const CLIENT_ONLY = /^\s*import\s+"[^"]*\/_observablehq\/client\.[^"]*";?\s*$/;

/** A page as it is served, and whether it still runs a script. */
export interface FinishedPage {
  html: string;
  hasScript: boolean;
}

/**
 * Finishes a page that Framework has built: unseals its components, states its language, lets readers zoom, and takes out the client script
 * where the page has no code of its own to run, so that a report is read without any script.
 */
export function finishPage(html: string, locale: Locale): FinishedPage {
  const scripts = [...html.matchAll(SCRIPT)].map(([, body]) => body!);
  const hasScript = scripts.some((body) => body.trim() !== '' && !CLIENT_ONLY.test(body) && !isMissingPageScript(body));
  let finished = html
    .replace('<html>', `<html lang="${locale}">`)
    .replace(/(<meta name="viewport" content="[^"]*), maximum-scale=1"/, '$1"');
  if (!hasScript) finished = finished.replace(SCRIPT, '').replace(PRELOAD, '');
  return {html: unsealMarkup(finished), hasScript};
}

/** Framework's own script on the page 404: the server already sends a folder's address to its page. */
function isMissingPageScript(body: string): boolean {
  return body.includes('location.pathname.endsWith("/")');
}
