import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {BEGINNING, ruleSpans, spanOn} from '../figures/ruleSpans.ts';
import {say, type Word} from '../words/locale.ts';
import {defineComponent} from './component.ts';

/** Since which day the rules apply, and whether there are other versions of them. */
export const policyVersions = defineComponent(z.strictObject({}), ({figures, locale}) => {
  const {policy, run} = figures.data;
  const current = spanOn(
    ruleSpans(policy, (version) => version),
    run.as_of.slice(0, 10)
  );
  const from = current?.from ?? BEGINNING;
  const since: Word = from === BEGINNING ? 'version_always' : 'version_since';
  const others = policy.versions.length - 1;
  const further = others === 0 ? 'version_only' : 'version_others';
  return markup`<p>${say(locale, since, {from})}${say(locale, further, {count: others})}</p>`;
});
