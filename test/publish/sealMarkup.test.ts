import {expect, test} from 'vitest';
import {sealMarkup, unsealMarkup} from '../../src/publish/sealMarkup.ts';

test('what is sealed comes out in its place', () => {
  const page = `<html><head></head><body><main>a${sealMarkup('<p>$1</p>')}b${sealMarkup('<h>', 'header')}${sealMarkup(
    '<f>',
    'footer'
  )}${sealMarkup('<link>', 'head')}</main></body></html>`;
  expect(unsealMarkup(page)).toBe('<html><head><link></head><body><h><main>a<p>$1</p>b</main><f></body></html>');
});

test('hyphens cannot end the seal', () => {
  const sealed = sealMarkup('select 1 -- one\n--> <b>');
  expect(sealed.indexOf('-->')).toBe(sealed.length - 3);
  expect(unsealMarkup(sealed)).toBe('select 1 &#45;&#45; one\n&#45;&#45;> <b>');
});
