import {expect, it} from 'vitest';
import {missingVariables, variablesOf} from '../../src/fetch/variables.ts';

it('names the variables that settings need and that are not set, but those that may lack', () => {
  const settings = {
    url: 'https://${HOST}/${PATH_}',
    headers: {A: 'Bearer ${TOKEN}', B: '${EXTRA:-}'},
    again: '${TOKEN}'
  };
  expect(missingVariables(settings, {HOST: 'desk', TOKEN: ''})).toEqual(['PATH_', 'TOKEN']);
});

it('keeps values out of messages, the longest first', () => {
  const variables = variablesOf({TOKEN: 'geheim-1', USER: 'geheim'});
  expect(variables.expand('${USER}:${TOKEN}@${EXTRA:-}', 'x')).toBe('geheim:geheim-1@');
  expect(variables.hide('login geheim with geheim-1 refused')).toBe('login ${USER} with ${TOKEN} refused');
});
