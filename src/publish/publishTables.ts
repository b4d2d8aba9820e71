import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {z} from 'zod';
import {ProblemsError} from '../config/problems.ts';
import {localText, strict} from '../config/strict.ts';
import {readYamlFile} from '../config/yamlFile.ts';
import {projectRoot} from '../project.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {readModels, type Model} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {arrowTable, readableSql, type PublishedType} from './arrowTable.ts';
import type {LocalText} from './siteData.ts';

const SETTINGS = 'pipelines/marts/published.yaml';
const settings = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected the name of a mart'),
  strict({
    title: localText.describe('what its rows are'),
    split: z.string().optional().describe('the column of which each member has a file of its own'),
    only: z.string().optional().describe('which rows, as an SQL condition'),
    audience: z
      .enum(['everybody', 'performance'])
      .default('everybody')
      .describe('who may read it; what pages of performance read may name people')
  })
);

type Audience = z.output<typeof settings>[string]['audience'];

/** Where in a site the tables lie that an audience reads. */
const FOLDERS: Readonly<Record<Audience, string>> = {everybody: 'tables', performance: 'performance/tables'};

/** One file of a table; `member` is that of the column by which the table is split, null for the whole table. */
export interface TablePart {
  readonly member: string | null;
  /** Below the folder of the tables. */
  readonly file: string;
  readonly rows: number;
}

/** What the catalog of its folder, tables.json, says of a table. */
export interface TableEntry {
  readonly name: string;
  readonly title: LocalText;
  readonly audience: Audience;
  readonly rows: number;
  readonly split: string | null;
  /** Of a mart that a method makes: the options and parameters that stand in its header, by which a page judges what it filters. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly columns: readonly {readonly name: string; readonly type: PublishedType}[];
  readonly parts: readonly TablePart[];
}

/** The tables of a release, and by its place in the site the bytes of each file as an Arrow IPC stream. */
export interface PublishedTables {
  readonly catalog: readonly TableEntry[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the marts that pipelines/marts/published.yaml names; those for everybody without rows of people.
 *
 * @throws ProblemsError where a table is to be published that has a column of people.
 */
export async function collectTables(database: Database): Promise<PublishedTables> {
  const people = Object.entries(await readDimensions()).flatMap(([name, {of_people}]) => (of_people ? [name] : []));
  const {models} = await readModels();
  const catalog: TableEntry[] = [];
  const files = new Map<string, Uint8Array>();
  for (const [name, {title, split, only, audience}] of Object.entries(
    await readYamlFile(join(projectRoot, SETTINGS), settings)
  )) {
    const described = await columnsOf(name, database);
    if (described.length === 0) continue;
    const columns = described.map(({column_name, data_type}) => ({
      name: column_name,
      ...readableSql(identifier(column_name), data_type)
    }));
    const names = columns.map((column) => column.name);
    const hidden = audience === 'performance' ? [] : people;
    const personal = names.filter((column) => hidden.includes(column));
    if (personal.length > 0) {
      throw new ProblemsError([
        `${SETTINGS}, ${name}: its column ${personal.join(', ')} tells of people; publish a mart without it`
      ]);
    }
    if (split !== undefined && !names.includes(split)) {
      throw new ProblemsError([`${SETTINGS}, ${name}.split: expected one of ${names.join(', ')}, got "${split}"`]);
    }
    const conditions = [
      only ?? 'true',
      ...(names.includes('dimension') && hidden.length > 0
        ? [`"dimension" not in (${hidden.map(literal).join(', ')})`]
        : [])
    ];
    const shown = columns.filter((column) => column.name !== split);
    await database.execute(
      `create or replace temp table published as
       select ${columns.map((column) => `${column.sql} as ${identifier(column.name)}`).join(', ')}
       from marts.${identifier(name)}
       where ${conditions.map((each) => `(${each})`).join(' and ')}`
    );
    const list = shown.map((column) => identifier(column.name)).join(', ');
    const parts: TablePart[] = [];
    for (const member of split === undefined ? [null] : await membersOf(split, database)) {
      const read = await database.queryColumns(
        `select ${list} from published
         ${member === null ? '' : `where ${identifier(split!)} = ${literal(member)}`}
         order by all`
      );
      const file = member === null ? `${name}.arrow` : `${name}/${member}.arrow`;
      files.set(
        `${FOLDERS[audience]}/${file}`,
        arrowTable(read.map((column, index) => ({...column, as: shown[index]!.type})))
      );
      parts.push({member, file, rows: read[0]?.values.length ?? 0});
    }
    catalog.push({
      name,
      title,
      audience,
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      split: split ?? null,
      settings: settingsOf(models, name),
      columns: columns.map((column) => ({name: column.name, type: column.type})),
      parts
    });
  }
  await database.execute('drop table if exists published');
  return {catalog, files};
}

/** Writes the tables into a site, and into each folder the catalog of what lies there. */
export async function publishTables({catalog, files}: PublishedTables, site: string): Promise<void> {
  for (const [audience, folder] of Object.entries(FOLDERS)) {
    const entries = catalog.filter((entry) => entry.audience === audience);
    await mkdir(join(site, folder), {recursive: true});
    await writeFile(join(site, folder, 'tables.json'), JSON.stringify(entries));
  }
  for (const [file, bytes] of files) {
    await mkdir(dirname(join(site, file)), {recursive: true});
    await writeFile(join(site, file), bytes);
  }
}

/** The settings of a mart: the options of its method, and the parameters of its query and of the views that it reads. */
function settingsOf(models: readonly Model[], mart: string): Record<string, unknown> {
  const model = models.find(({name}) => name === `marts.${mart}`);
  const views = models.filter(({name, isView}) => isView && model?.sql.includes(name));
  const parameters = [...views, model].map((one) => one?.parameters);
  return Object.assign({}, ...parameters, model?.method?.options) as Record<string, unknown>;
}

/** The columns of a mart; none where it is not there. */
async function columnsOf(name: string, database: Database): Promise<{column_name: string; data_type: string}[]> {
  return database.query(
    `select column_name, data_type from duckdb_columns()
     where database_name = current_database() and schema_name = 'marts' and table_name = $name
     order by column_index`,
    {name}
  );
}

/** The members of the column by which the table is split; they name files. */
async function membersOf(split: string, database: Database): Promise<string[]> {
  const members = await database.query<{member: string}>(
    `select distinct ${identifier(split)} as member from published where regexp_full_match(${identifier(split)}, '[\\w-]+') order by 1`
  );
  return members.map(({member}) => member);
}
