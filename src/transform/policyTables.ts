import {z} from 'zod';
import {policySections, type Policy} from '../../pipelines/policies/schema.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {instantSql} from '../warehouse/zoneSql.ts';
import {executeTogether} from './together.ts';

const NEVER = '9999-12-31';

/**
 * Writes a policy as tables: `policy.<section>` has one row per rule and version, in the order of the file, with
 * `position` (from 1 in each version), the columns of the section's schema, and effective_from and effective_until
 * (exclusive), the instants at which the version's days begin and end. What is nested stands under both names
 * (`when_severity`), a text in two languages under `title_zh` and `title_en`. `policy.versions` has one row per version.
 */
export async function writePolicy(policy: Policy, timeZone: string, database: Database): Promise<void> {
  const versions = [...policy.versions].sort((a, b) => a.effective_from.localeCompare(b.effective_from));
  const bounds = versions.map(({effective_from}, i) =>
    [effective_from, versions[i + 1]?.effective_from ?? NEVER].map((day) =>
      instantSql(`timestamp ${literal(day)}`, timeZone)
    )
  );
  const statements = ['create or replace schema policy', ...tableSql('versions', [], bounds)];
  for (const [section, columns] of (sectionColumns ??= readSectionColumns())) {
    const rows = versions.flatMap((version, i) => {
      const rules = [version[section as keyof typeof policySections] ?? []].flat() as Record<string, unknown>[];
      return rules.map((rule, at) => [
        String(at + 1),
        ...columns.map((column) => valueSql(column, rule)),
        ...bounds[i]!
      ]);
    });
    statements.push(...tableSql(section, [{name: 'position', type: 'INTEGER'}, ...columns], rows));
  }
  await executeTogether(statements, database);
}

function tableSql(
  name: string,
  columns: readonly Pick<Column, 'name' | 'type'>[],
  rows: readonly (readonly string[])[]
): string[] {
  const types = columns.map((column) => `${identifier(column.name)} ${column.type}`);
  const all = [...types, 'effective_from timestamptz', 'effective_until timestamptz'].join(', ');
  const create = `create table policy.${identifier(name)} (${all})`;
  if (rows.length === 0) return [create];
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return [create, `insert into policy.${identifier(name)} values ${values}`];
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Where its value stands in a rule. */
  readonly path: readonly string[];
}

interface Property {
  readonly type?: string;
  readonly anyOf?: readonly Property[];
  readonly properties?: Readonly<Record<string, Property>>;
}

/** The columns of each section's table: they follow from the form alone. */
let sectionColumns: ReadonlyMap<string, readonly Column[]> | undefined;

function readSectionColumns(): ReadonlyMap<string, readonly Column[]> {
  return new Map(
    Object.entries(policySections).map(([section, schema]) => [
      section,
      columnsIn(z.toJSONSchema(schema, {io: 'input'}) as Property, [])
    ])
  );
}

function columnsIn({properties = {}}: Property, path: readonly string[]): Column[] {
  return Object.entries(properties).flatMap(([name, property]): Column[] => {
    const here = [...path, name];
    if (property.anyOf) {
      return ['zh-CN', 'en'].map((locale) => ({
        name: [...here, locale.slice(0, 2)].join('_'),
        type: 'VARCHAR',
        path: [...here, locale]
      }));
    }
    if (property.properties) return columnsIn(property, here);
    return [{name: here.join('_'), type: SQL_TYPES[property.type ?? ''] ?? 'VARCHAR', path: here}];
  });
}

const SQL_TYPES: Readonly<Record<string, string>> = {
  number: 'DOUBLE',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  array: 'VARCHAR[]'
};

function valueSql({path, type}: Column, rule: Record<string, unknown>): string {
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], rule);
  if (value === undefined || value === null) return `null::${type}`;
  if (Array.isArray(value)) return `[${value.map((item) => literal(String(item))).join(', ')}]::varchar[]`;
  return typeof value === 'string' ? literal(value) : JSON.stringify(value);
}
