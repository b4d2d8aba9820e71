import {z} from 'zod';
import type {Pipeline} from '../config/pipeline.ts';
import type {Model} from '../transform/model.ts';
import {sha256Of} from './manifest.ts';

/** The file of an edition that says how its figures are defined. */
export const DEFINITIONS_FILE = 'definitions.json';

/** How the figures of a run are defined, apart from the engine itself. */
export interface Definitions {
  readonly time_zone: string;
  /** The dimensions by which figures are told apart. */
  readonly dimensions: readonly string[];
  readonly policy: unknown;
  readonly calendar: unknown;
  /** By `layer.id`. */
  readonly models: Readonly<Record<string, ModelDefinition>>;
}

/** The query of a model with what else decides its rows; `header` is that of a KPI. */
export interface ModelDefinition {
  readonly sql: string;
  readonly header?: unknown;
  readonly method?: unknown;
  readonly repeat?: unknown;
}

const definitionsForm = z.object({
  time_zone: z.string(),
  dimensions: z.array(z.string()),
  policy: z.unknown(),
  calendar: z.unknown(),
  models: z.record(
    z.string(),
    z.object({
      sql: z.string(),
      header: z.unknown().optional(),
      method: z.unknown().optional(),
      repeat: z.unknown().optional()
    })
  )
});

/** The definitions by which a pipeline computes its figures today. */
export function definitionsOf(
  {timeZone, policy, calendar}: Pick<Pipeline, 'timeZone' | 'policy' | 'calendar'>,
  models: readonly Model[],
  dimensions: readonly string[]
): Definitions {
  const entries = models.map((model) => {
    const {name, sql, method, repeat} = model;
    const header: unknown = 'header' in model ? model.header : undefined;
    return [
      name,
      {sql, ...(header !== undefined && {header}), ...(method && {method}), ...(repeat && {repeat})}
    ] as const;
  });
  return {time_zone: timeZone, dimensions, policy, calendar, models: Object.fromEntries(entries)};
}

/** The text of definitions.json: the same for the same definitions. */
export function definitionsText(definitions: Definitions): string {
  return `${JSON.stringify(definitions, null, 2)}\n`;
}

/** SHA-256 of definitions.json. */
export function definitionsHash(definitions: Definitions): string {
  return sha256Of(definitionsText(definitions));
}

/** Reads the text of definitions.json. Throws when it is not in that form. */
export function parseDefinitions(text: string): Definitions {
  return definitionsForm.parse(JSON.parse(text));
}
