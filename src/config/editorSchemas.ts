import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import {calendarSchema} from '../../pipelines/calendars/schema.ts';
import {policySchema} from '../../pipelines/policies/schema.ts';
import {fieldSpec, sourceSpec} from '../extract/sourceSpec.ts';
import {pipelineSpec} from './pipeline.ts';

const FORMS = {
  policy: policySchema,
  calendar: calendarSchema,
  pipeline: pipelineSpec,
  source: sourceSpec
} as const;

/**
 * The forms of the YAML files as JSON Schemas (draft 7, which editors read), by file name, so that an editor completes,
 * explains and checks what is written.
 */
export function editorSchemas(): Map<string, object> {
  return new Map(
    Object.entries(FORMS).map(([name, form]) => [
      `${name}.schema.json`,
      z.toJSONSchema(form, {
        io: 'input',
        target: 'draft-7',
        override: ({zodSchema, jsonSchema}) => {
          // Zod can't tell what a preprocessed field takes besides: the bare name of a column.
          if (zodSchema !== fieldSpec) return;
          const {...mapping} = jsonSchema;
          for (const keyword of Object.keys(mapping)) Reflect.deleteProperty(jsonSchema, keyword);
          jsonSchema.anyOf = [{type: 'string', description: 'the column that holds it'}, mapping];
        }
      })
    ])
  );
}

/** Writes the JSON Schemas of the YAML files into a folder, which is made where there is none. Returns their names. */
export async function writeEditorSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, {recursive: true});
  const schemas = editorSchemas();
  for (const [name, schema] of schemas) await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  return [...schemas.keys()];
}
