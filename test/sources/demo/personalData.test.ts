import {describe, expect, it} from 'vitest';
import generate from '../../../sources/demo/company.ts';
import {luhnCheck} from '../../../sources/demo/process/bankCard.ts';
import {identityCardCheck} from '../../../sources/demo/process/identityCard.ts';
import {exportedTables} from './exportedTables.ts';

const {complaints, events, surveys} = exportedTables(generate(new Date('2026-11-22T01:00:00Z')));
const descriptions = complaints.map((row) => row['投诉内容'] ?? '');
const told = descriptions.join('\n');

describe('personal data in the texts', () => {
  it('has ID card numbers with the right check character', () => {
    const numbers = told.match(/(?<!\d)\d{17}[\dX](?!\d)/g) ?? [];
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((number) => identityCardCheck(number.slice(0, 17)) !== number.slice(17))).toEqual([]);
    expect(numbers.some((number) => number.endsWith('X'))).toBe(true);
  });

  it('has bank card numbers with the right check digit', () => {
    const numbers = told.match(/(?<!\d)\d{19}(?!\d)/g) ?? [];
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((number) => luhnCheck(number.slice(0, 18)) !== number.slice(18))).toEqual([]);
  });

  it('reckons check digits as the standards print them', () => {
    expect(identityCardCheck('11010519491231002')).toBe('X'); // GB 11643-1999, appendix
    expect(identityCardCheck('44052418800101001')).toBe('4'); // ibid.
    expect(luhnCheck('7992739871')).toBe('3'); // the usual worked example of ISO/IEC 7812-1
  });

  it('names the customer, the phone number, e-mail, plate and address', () => {
    const holding = (column: string) =>
      complaints.filter((row) => row[column] && row['投诉内容']?.includes(row[column] ?? '')).length;
    for (const column of ['客户姓名', '联系电话', '服务地址']) expect(holding(column)).toBeGreaterThan(200);
    expect(told.match(/[\w]+@[\w.]+/g)?.length).toBeGreaterThan(100);
    expect(told.match(/浙A[·]?[A-Z]\d{4,5}/g)?.length).toBeGreaterThan(100);
    expect(told.match(/1\d{2}[- ]\d{4}[- ]\d{4}/g)?.length).toBeGreaterThan(100);
  });

  it('keeps customers out of notes and comments, where no name stands beside them', () => {
    const remarks = [...events.map((row) => row['备注']), ...surveys.map((row) => row['意见'])].filter(Boolean);
    expect(remarks.length).toBeGreaterThan(10_000);
    expect(remarks.filter((text) => /[{}]/.test(text ?? ''))).toEqual([]);
    expect(remarks.some((text) => /1\d{10}/.test(text ?? ''))).toBe(true);
  });

  it('knows nothing about a customer who did not say a name', () => {
    const anonymous = complaints.filter((row) => row['客户姓名'] === '匿名');
    expect(anonymous.length).toBeGreaterThan(100);
    for (const row of anonymous) {
      expect([row['客户编号'], row['联系电话'], row['电子邮箱'], row['服务地址']]).toEqual(
        ['-', '无', null, null].map((word, i) => (i === 0 && row['投诉编号'] === null ? row['客户编号'] : word))
      );
    }
  });
});
