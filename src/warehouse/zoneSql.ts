import {steadyOffset} from '../contract/zone.ts';
import {literal} from './quote.ts';

/**
 * SQL that turns a local TIMESTAMP into an instant. Where the zone has long kept one offset (China since 1991), plain
 * addition stands in for the slower calendar of ICU, with the same result.
 */
export function instantSql(local: string, zone: string): string {
  const slow = `timezone(${literal(zone)}, ${local})`;
  const steady = steadyOffset(zone);
  if (!steady) return slow;
  const quick = `make_timestamptz(epoch_us(${local}) - ${steady.milliseconds}000)`;
  return `case when ${local} >= timestamp '${steady.fromYear}-01-01' then ${quick} else ${slow} end`;
}

/** SQL that turns an instant into the local TIMESTAMP of a zone. */
export function localSql(instant: string, zone: string): string {
  const slow = `timezone(${literal(zone)}, ${instant})`;
  const steady = steadyOffset(zone);
  if (!steady) return slow;
  const quick = `make_timestamp(epoch_us(${instant}) + ${steady.milliseconds}000)`;
  return `case when epoch_us(${instant}) >= ${Date.UTC(steady.fromYear, 0, 2)}000 then ${quick} else ${slow} end`;
}
