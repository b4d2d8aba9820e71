import {NOT_AVAILABLE, dated, failed, makeWorkbook, type Made} from '../extract/makeWorkbook.ts';
import {OTHERS, PERSON} from '../run/plantedPerson.ts';

/** The row of the clerk's sheet with the names of the columns, from 1. */
export const HEADER_ROW = 4;
/** How many cases the clerk has written down. */
export const CASES = 40;

const NAMES = [
  '序号',
  '投诉编号',
  '接诉日期',
  '投诉人',
  '联系电话',
  '投诉渠道',
  '投诉类别',
  '责任部门',
  '经办人',
  '投诉内容',
  '要求完成日期',
  '办结日期',
  '是否解决',
  '回访满意度',
  '是否属实',
  '赔偿金额(元)',
  '身份证',
  '备注'
];
const CHANNELS = ['电话', '来访', '微信公众号', '12345', '网上留言', '热线电话'];
const SCORES = ['非常满意', '满意', '一般', '不满意', '满意'];
const CATEGORIES = ['漏水', '噪音', '收费', '服务态度'];

/** A day of 2026 as one clerk or another writes it. */
function writtenDay(number: number, i: number): Made {
  const day = new Date(Date.UTC(2026, 2, 1 + (number % 27)));
  const [month, date] = [day.getUTCMonth() + 1, day.getUTCDate()];
  const serial = day.getTime() / 86_400_000 + 25_569;
  const padded = String(date).padStart(2, '0');
  return [
    `2026/${month}/${date}`,
    `${month}月${date}日`,
    serial,
    `2026-03-${padded} 9:5`,
    dated(serial + 0.5),
    `2026年${month}月${date}日`
  ][i % 6]!;
}

/** Who complains in a case, counted from 0. */
function customer(i: number): string {
  return i % 4 === 0 ? PERSON.name : `李小${'明红华强'.charAt(i % 4)}`;
}

/** A register as a clerk keeps it, with everything that makes such sheets hard to read. */
export function clerkWorkbook(): Buffer {
  const rows: Made[][] = Array.from({length: CASES}, (_, i) => [
    i + 1,
    `TS-${String(i + 1).padStart(4, '0')}`,
    writtenDay(i, i),
    customer(i),
    i % 3 === 0 ? Number(PERSON.mobile) : OTHERS.mobile,
    CHANNELS[i % CHANNELS.length]!,
    CATEGORIES[i % CATEGORIES.length]!,
    // Five rows share a merged cell.
    i % 5 === 0 ? ['工程部', '客服部'][(i / 5) % 2]! : null,
    '王经理',
    `${customer(i)}（${PERSON.mobile}）反映第${i + 1}件，${OTHERS.idCard}`,
    writtenDay(i + 3, i + 1),
    i % 7 === 0 ? '无' : i === 11 ? failed(NOT_AVAILABLE) : writtenDay(i + 2, i + 2),
    i % 7 === 0 ? '否' : '是',
    SCORES[i % SCORES.length]!,
    i % 9 === 0 ? '不属实' : '属实',
    i % 8 === 0 ? 120.5 : '-',
    PERSON.idCard,
    i % 10 === 0 ? `联系人${customer(i)}，${PERSON.plate}` : null
  ]);
  // The names of the columns and one of five departments over five rows each are merged.
  const first = HEADER_ROW;
  const departments = Array.from({length: CASES / 5}, (_, i) => `H${first + 1 + i * 5}:H${first + 5 + i * 5}`);
  return makeWorkbook([
    {name: '说明', rows: [], isHidden: true},
    {
      name: '3月',
      rows: [
        ['2026年3月客户投诉登记台账'],
        ['填报单位：客户服务中心', null, null, null, '填报人：王经理'],
        NAMES.map((name, c) => (c < 4 ? name : c === 4 ? '客户信息' : name)),
        NAMES.map((name, c) => (c === 4 ? name : null)),
        ...rows.slice(0, 20),
        [],
        ...rows.slice(20),
        ['合计', CASES]
      ],
      merged: [
        'A1:R1',
        ...NAMES.flatMap((_, c) =>
          c === 4 ? [] : [`${String.fromCharCode(65 + c)}3:${String.fromCharCode(65 + c)}4`]
        ),
        ...departments.slice(0, 4)
      ],
      claimedRows: 65_000
    }
  ]);
}
