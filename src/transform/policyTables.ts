import {z} from 'zod';
import {policySections, type Policy} from '../../pipelines/policies/schema.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {instantSql} from '../warehouse/zoneSql.ts';

const NEVER = '9999-12-31';

/**
 * Writes a policy as tables: `policy.<section>` has one row per rule and version, with the columns of the section's
 * schema and with effective_from and effective_until (exclusive), the instants at which the version's days begin and end.
 */
export async function writePolicy(policy: Policy, timeZone: string, database: Database): Promise<void> {
  await database.execute('create or replace schema policy');
  const versions = [...policy.versions].sort((a, b) => a.effective_from.localeCompare(b.effective_from));
  for (const [section, schema] of Object.entries(policySections)) {
    const columns = columnsOf(schema);
    const names = columns.map(({name}) => identifier(name));
    const types = columns.map(({name, type}) => `${identifier(name)} ${type}`);
    await database.execute(
      `create table policy.${identifier(section)} (${[...types, 'effective_from timestamptz', 'effective_until timestamptz'].join(', ')})`
    );
    for (const [i, version] of versions.entries()) {
      const until = versions[i + 1]?.effective_from ?? NEVER;
      const rules = [version[section as keyof typeof policySections]].flat() as Record<string, unknown>[];
      for (const rule of rules) {
        const values = columns.map(({name}) => valueSql(rule[name]));
        const bounds = [version.effective_from, until].map((day) => instantSql(`timestamp ${literal(day)}`, timeZone));
        await database.execute(
          `insert into policy.${identifier(section)} (${[...names, 'effective_from', 'effective_until'].join(', ')}) values (${[...values, ...bounds].join(', ')})`
        );
      }
    }
  }
}

function columnsOf(schema: z.ZodType): {name: string; type: string}[] {
  const json = z.toJSONSchema(schema, {io: 'output'});
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    type: sqlType(property as {type?: string})
  }));
}

function sqlType({type}: {type?: string}): string {
  const types: Record<string, string> = {number: 'DOUBLE', integer: 'INTEGER', boolean: 'BOOLEAN', array: 'VARCHAR[]'};
  return types[type ?? ''] ?? 'VARCHAR';
}

function valueSql(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => literal(String(item))).join(', ')}]::varchar[]`;
  return typeof value === 'string' ? literal(value) : JSON.stringify(value);
}
