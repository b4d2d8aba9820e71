import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/** Whether the document sets a rule or the organisation does, in a word. */
export function ruleSource({locale}: Report, {source}: {source: 'policy' | 'organisation'}): string {
  return say(locale, `source_${source}`);
}
