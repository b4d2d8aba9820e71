import {closest} from 'fastest-levenshtein';
import {parse} from 'yaml';
import type {Component, Report} from '../components/component.ts';
import type {Markup} from '../drawing/markup.ts';
import {describeIssues} from './describeIssues.ts';

/**
 * Renders one `report` fence.
 *
 * @param fence `name`: what follows the word report; `body`: its options as YAML; `place`: the page, for errors
 * @throws Error that names the page, the component, the option, what came and what to do.
 */
export function renderFence(
  components: Record<string, Component>,
  fence: {name: string; body: string; place: string},
  report: Report
): Markup {
  const {name, place} = fence;
  const names = Object.keys(components);
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (component === undefined) {
    throw new Error(`${place}: unknown component "report ${name}"; did you mean "report ${closest(name, names)}"?`);
  }
  const where = `${place}, report ${name}`;
  const options = component.options.safeParse(readOptions(fence.body, where), {reportInput: true});
  if (!options.success) throw new Error(describeIssues(where, component.options, options.error));
  try {
    return component.render(report, options.data);
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}

function readOptions(body: string, where: string): unknown {
  try {
    return parse(body) ?? {};
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Error(`${where}: expected options as YAML, ${message}`, {cause});
  }
}
