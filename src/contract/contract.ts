import {z} from 'zod';
import type {Privacy} from './fields.ts';

export type FieldType = 'text' | 'code' | 'instant' | 'number' | 'integer' | 'flag';

/** One field of a contract, as the SQL compiler and the row reader need it. */
export interface ContractField {
  readonly name: string;
  readonly type: FieldType;
  readonly description: string;
  readonly required: boolean;
  readonly privacy?: Privacy;
  readonly codes?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A record kind: what its rows must be, and which fields tell one record from another. */
export interface Contract {
  readonly kind: string;
  /** Fields that identify a record. A later row with the same key replaces the earlier one. */
  readonly key: readonly string[];
  /** The same key several times in one file means several records, such as two equal events. */
  readonly repeatable: boolean;
  readonly fields: readonly ContractField[];
  readonly schema: z.ZodObject;
}

export interface ContractSpec {
  readonly kind: string;
  readonly key: readonly [string, ...string[]];
  readonly repeatable?: boolean;
  readonly schema: z.ZodObject;
}

/**
 * Reads a zod object into a contract. Its fields are taken from the JSON Schema that zod itself derives, and a keyword
 * that the SQL compiler does not know is refused, so that both ways of checking a row rest on the same rules.
 *
 * Throws when a field has no description, an unknown keyword, or when a key field is missing or not required.
 */
export function defineContract(spec: ContractSpec): Contract {
  const json = z.toJSONSchema(spec.schema, {unrepresentable: 'throw'});
  const required = new Set(json.required);
  const fields = Object.entries(json.properties ?? {}).map(([name, property]) =>
    readField(spec.kind, name, property as Keywords, required.has(name))
  );
  for (const key of spec.key) {
    const field = fields.find(({name}) => name === key);
    if (!field?.required) throw new Error(`contract ${spec.kind}: the key field ${key} must be a required field`);
  }
  return {kind: spec.kind, key: spec.key, repeatable: spec.repeatable ?? false, fields, schema: spec.schema};
}

type Keywords = Record<string, unknown>;

const KNOWN = new Set(
  'type,format,enum,minimum,maximum,minLength,pattern,description,privacy,earliest,latest'.split(',')
);

function readField(kind: string, name: string, property: Keywords, required: boolean): ContractField {
  const unknown = Object.keys(property).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) {
    throw new Error(
      `contract ${kind}.${name}: the rule "${unknown}" can't be compiled to SQL; use one of sources' field kinds`
    );
  }
  const {description, minimum, maximum} = property;
  if (typeof description !== 'string') throw new Error(`contract ${kind}.${name}: describe the field`);
  return {
    name,
    type: typeOf(property),
    description,
    required,
    ...(property['privacy'] !== undefined && {privacy: property['privacy'] as Privacy}),
    ...(Array.isArray(property['enum']) && {codes: property['enum'] as string[]}),
    ...(typeof minimum === 'number' && {minimum}),
    ...(typeof maximum === 'number' && {maximum})
  };
}

function typeOf(property: Keywords): FieldType {
  if (property['enum'] !== undefined) return 'code';
  if (property['format'] === 'date-time') return 'instant';
  switch (property['type']) {
    case 'boolean':
      return 'flag';
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    default:
      return 'text';
  }
}
