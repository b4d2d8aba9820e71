import {expect, it} from 'vitest';
import {luhnCheck} from '../../../sources/demo/process/bankCard.ts';
import {identityCardCheck} from '../../../sources/demo/process/identityCard.ts';

it('reckons check digits as the standards print them', () => {
  expect(identityCardCheck('11010519491231002')).toBe('X'); // GB 11643-1999, appendix
  expect(identityCardCheck('44052418800101001')).toBe('4'); // ibid.
  expect(luhnCheck('7992739871')).toBe('3'); // the usual worked example of ISO/IEC 7812-1
});
