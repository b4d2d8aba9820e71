import {describe, expect, it} from 'vitest';
import {cleanText} from '../../src/contract/cleanText.ts';
import type {ContractField} from '../../src/contract/contract.ts';
import {DEFAULT_FORMATS} from '../../src/contract/dateFormat.ts';
import type {FieldMapping} from '../../src/contract/mapping.ts';
import {typeRecord, typedValue} from '../../src/contract/typedValue.ts';
import {hostileContract} from './hostileContract.ts';

function mappingOf(name: string): FieldMapping {
  const field = hostileContract.fields.find((one) => one.name === name) as ContractField;
  return {
    field,
    origin: {from: 'columns', parts: [[name]], join: ' ', optional: false},
    formats: DEFAULT_FORMATS,
    nulls: [],
    timeZone: 'Asia/Shanghai'
  };
}

describe('cleanText', () => {
  it.each([
    ['  a b\t', 'a b'],
    ['\ufeff\u3000１２３ＡＢ＠', '123AB@'],
    ['\u200b', null],
    ['N/A', null],
    [' N/A ', null],
    ['n/a', 'n/a'],
    ['Ｎ/Ａ', null],
    ['（１）', '（1）'],
    [null, null]
  ])('makes %j to %j', (value, expected) => {
    expect(cleanText(value, ['N/A'])).toBe(expected);
  });
});

describe('typedValue', () => {
  it.each([
    ['label', '007', '007'],
    ['size', 'M', 'M'],
    ['measure', '-1,234.50', -1234.5],
    ['measure', '+5', 5],
    ['count', '5.000', 5],
    ['is_true', 'YES', true],
    ['is_true', '否', false],
    ['at', '2026-01-31 09:30', '2026-01-31T01:30:00.000000Z'],
    ['at', '2026-01-31T09:30:00.123456Z', '2026-01-31T09:30:00.123456Z'],
    ['at', '1986-07-01 12:00', '1986-07-01T03:00:00.000000Z']
  ])('reads %s %j', (field, text, value) => {
    expect(typedValue(text, mappingOf(field))).toEqual({value});
  });

  it.each([
    ['label', 'a\0b', 'not_text'],
    ['label', '\ud800', 'not_text'],
    ['size', 'm', 'unknown_code'],
    ['measure', '1e5', 'not_a_number'],
    ['measure', '1,23', 'not_a_number'],
    ['measure', 'NaN', 'not_a_number'],
    ['count', '5.5', 'not_a_whole_number'],
    ['is_true', 'maybe', 'not_a_flag'],
    ['at', '2026-02-30', 'not_a_date']
  ])('refuses %s %j: %s', (field, text, reason) => {
    expect(typedValue(text, mappingOf(field))).toEqual({reason});
  });
});

describe('typeRecord', () => {
  const mapping = {contract: hostileContract, fields: ['id', 'label', 'size', 'at', 'amount', 'pieces'].map(mappingOf)};
  const good = {id: '1', label: 'x', size: 'M', at: '2026-01-31'};

  it('gives the typed record where nothing is wrong', () => {
    expect(typeRecord({...good, amount: '5'}, mapping)).toEqual({
      record: {id: '1', label: 'x', size: 'M', at: '2026-01-30T16:00:00.000000Z', amount: 5}
    });
  });

  it('gives one problem a field, for every field', () => {
    expect(typeRecord({id: '1', size: 'XL', at: '1900-01-01', amount: '-1', pieces: 'two'}, mapping)).toEqual({
      problems: expect.arrayContaining([
        {field: 'label', reason: 'missing'},
        {field: 'size', reason: 'unknown_code'},
        {field: 'at', reason: 'out_of_range'},
        {field: 'amount', reason: 'out_of_range'},
        {field: 'pieces', reason: 'not_a_whole_number'}
      ]) as unknown
    });
  });

  it('takes a code that is missing for missing', () => {
    expect(typeRecord({...good, size: null}, mapping)).toEqual({problems: [{field: 'size', reason: 'missing'}]});
  });

  it('takes an instant outside of all years for out of range', () => {
    expect(typeRecord({...good, at: '0000-01-01'}, mapping)).toEqual({
      problems: [{field: 'at', reason: 'out_of_range'}]
    });
    expect(typeRecord({...good, at: '9999-12-31T23:59:59-14:00'}, mapping)).toEqual({
      problems: [{field: 'at', reason: 'out_of_range'}]
    });
  });
});
