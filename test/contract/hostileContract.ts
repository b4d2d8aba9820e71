import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {
  code,
  freeText,
  instant,
  personContact,
  personIdentifier,
  recordNumber,
  text
} from '../../src/contract/fields.ts';

/** A contract with a field for every type, privacy, bound and way of mapping. */
export const hostileContract = defineContract({
  kind: 'hostile',
  key: ['id'],
  schema: z.object({
    id: recordNumber().describe('the row'),
    hash: text().optional().describe('the content'),
    reference: recordNumber().optional().describe('kept to the letter'),
    label: text().describe('a required text'),
    topic: text().optional().describe('a text with a value map'),
    stage: code(['open', 'closed']).optional().describe('a code with a value map and otherwise'),
    size: code(['S', 'M', 'L']).describe('a required code'),
    amount: z.number().min(0).max(1_000_000).optional().describe('a number with bounds'),
    measure: z.number().optional().describe('a number without bounds'),
    pieces: z.int().min(0).max(9_999).optional().describe('a whole number with bounds'),
    count: z.int().optional().describe('a whole number without bounds'),
    is_true: z.boolean().optional().describe('a flag'),
    is_open: z.boolean().optional().describe('a flag with a value map'),
    at: instant().describe('a required instant in the usual formats'),
    london: instant().optional().describe('an instant with formats of its own'),
    lord_howe: instant().optional().describe('an instant where summer time is half an hour'),
    china: instant().optional().describe('an instant in a zone that once had summer time'),
    american: instant().optional().describe('an instant with a half of the day'),
    short: instant().optional().describe('an instant with a year of two digits and names of months'),
    zoned: instant().optional().describe('an instant with an offset'),
    clerk: instant().optional().describe('an instant as clerks write it: without a year, or as the number of a day'),
    customer: personIdentifier().optional().describe('an identifier of two columns'),
    name: personContact().optional().describe('a name'),
    phone: personContact().optional().describe('a phone number'),
    story: freeText().optional().describe('a free text'),
    remark: freeText().optional().describe('a free text of two columns'),
    unit: text().optional().describe('a constant')
  })
});

/** Columns, each with the kind of values that belong there. */
export const hostileColumns = {
  reference: 'text',
  label: 'text',
  topic: 'word',
  stage: 'word',
  size: 'word',
  amount: 'number',
  measure: 'number',
  pieces: 'number',
  count: 'number',
  is_true: 'flag',
  is_open: 'flag',
  at: 'usual',
  london: 'london',
  lord_howe: 'usual',
  china: 'usual',
  american: 'american',
  short: 'short',
  zoned: 'zoned',
  clerk: 'clerk',
  account: 'text',
  branch: 'text',
  name: 'name',
  phone: 'phone',
  story: 'story',
  remark: 'story',
  remark_2: 'story',
  aside: 'story'
} as const;

export const hostileSource = (files: string) => `
kind: files
files: ${files}
time_zone: America/New_York
nulls: [None, N/A, '?']
keep: [aside]
records:
  hostile:
    hash: {generate: content_hash}
    reference: reference
    label: label
    topic: {column: topic, values: {漏水: leak, "it's": apostrophe, '007': bond}}
    stage: {column: stage, values: {打开: open, ОТКРЫТО: open, Closed: closed}, otherwise: closed}
    size: {column: size, values: {小: S, 大: L}}
    amount: {column: amount, nulls: ['-']}
    measure: measure
    pieces: pieces
    count: {column: count, values: {无: '0', ΟΔΟΣ: '1'}}
    is_true: is_true
    is_open: {column: is_open, values: {打开: 'true', 关闭: 'no', Straße: 'yes'}}
    at: at
    london: {column: london, time_zone: Europe/London, formats: ['%d/%m/%Y %H:%M', '%d/%m/%Y', '%Y-%m-%d %H:%M:%S.%f']}
    lord_howe: {column: lord_howe, time_zone: Australia/Lord_Howe}
    china: {column: china, time_zone: Asia/Shanghai, nulls: ['1900-01-01']}
    american: {column: american, formats: ['%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y %I:%M %p', '%m/%d/%Y']}
    short: {column: short, formats: ['%d-%b-%y', '%B %d, %Y', '%y%m%d', '%d.%m.%y %H:%M', '%b.%d.%Y %H%%%M']}
    zoned: {column: zoned, formats: ['%Y-%m-%dT%H:%M:%S%z', '%Y-%m-%dT%H:%M:%S.%f%z', '%d/%m/%Y %H:%M %z']}
    clerk: {column: clerk, time_zone: Asia/Shanghai, year: 2025, formats: ['%m月%d日', '%m/%d', '%excel', '%m月%d日 %H:%M', '%b %d']}
    customer: {columns: [account, branch], join: '|'}
    name: {column: name, nulls: [匿名]}
    phone: phone
    story: story
    remark: {columns: [remark, remark_2]}
    unit: {constant: piece}
`;
