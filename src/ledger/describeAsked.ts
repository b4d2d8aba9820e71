import type {Asked} from './ledgerSpec.ts';

/** What an entry asks for, in words: `TS1 in resolution_on_time: reassign to 客服部`. */
export function describeAsked({case: record, figure, ask, to}: Asked): string {
  const whom = to?.department ?? to?.handler;
  return `${record} in ${figure}: ${whom === undefined ? ask : `${ask} to ${whom}`}`;
}
