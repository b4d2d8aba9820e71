import type {FieldMapping} from '../contract/mapping.ts';
import type {Source} from '../extract/source.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';

/** The record under which the steps of a case are listed, whether a column or an event tells of them. */
const STEP = 'step';

/**
 * Writes config.told(record, field): what the sources of a pipeline can tell of, so that a duty of which nobody tells is
 * called not measurable rather than missed. Steps of a case stand under the record `step` by their event's word.
 */
export async function writeTold(sources: readonly Source[], database: Database): Promise<void> {
  const told = new Set<string>();
  for (const {mapping} of sources.flatMap(({records}) => records)) {
    const {kind} = mapping.contract;
    for (const field of mapping.fields) {
      told.add(`${kind} ${field.field.name}`);
      const step = /^(.+)_at$/.exec(field.field.name)?.[1];
      if (kind === 'complaint' && step !== undefined) told.add(`${STEP} ${step}`);
      if (kind === 'complaint_event' && field.field.name === 'event') {
        for (const event of wordsOf(field)) told.add(`${STEP} ${event}`);
      }
    }
  }
  const rows = [...told].sort().map((pair) => `(${pair.split(' ').map(literal).join(', ')})`);
  await database.execute(`
    create or replace table config.told (record varchar, field varchar);
    ${rows.length > 0 ? `insert into config.told values ${rows.join(', ')};` : ''}`);
}

/** The words that a field of codes can take. */
function wordsOf({origin, values, otherwise, field}: FieldMapping): readonly string[] {
  if (origin.from === 'constant') return [values?.get(origin.constant) ?? otherwise ?? origin.constant];
  if (!values) return otherwise === undefined ? (field.codes ?? []) : [otherwise];
  return [...values.values(), ...(otherwise === undefined ? [] : [otherwise])];
}
