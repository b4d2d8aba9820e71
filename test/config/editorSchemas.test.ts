import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import Ajv from 'ajv';
import {globSync} from 'tinyglobby';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {editorSchemas} from '../../src/config/editorSchemas.ts';
import {projectRoot} from '../../src/project.ts';

const schemas = editorSchemas();
const ajv = new Ajv({allErrors: true, unknownFormats: 'ignore'});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
}

/** What a schema has to say of YAML text: `path: what`. */
function errorsOf(form: string, text: string): string[] {
  const validate = ajv.compile(schemas.get(`${form}.schema.json`)!);
  validate(parse(text));
  return (validate.errors ?? []).map(({dataPath, message}) => `${dataPath}: ${message!}`);
}

const read = (path: string) => readFile(join(projectRoot, path), 'utf8');

test.each([
  ['policy', 'pipelines/policies/*.yaml'],
  ['calendar', 'pipelines/calendars/*.yaml'],
  ['pipeline', '{pipelines/*.yaml,test/acceptance/*/pipeline.yaml}'],
  ['source', '{sources/*/source.yaml,test/acceptance/*/source.yaml}']
])('every %s of the project has its form', async (form, pattern) => {
  const paths = globSync(pattern, {cwd: projectRoot});
  expect(paths).not.toEqual([]);
  for (const path of paths) expect(errorsOf(form, await read(path)), path).toEqual([]);
});

test('what is mistyped, missing or no choice is refused', async () => {
  const policy = await read('pipelines/policies/none.yaml');
  expect(errorsOf('policy', policy.replace('window_days', 'window_day'))).toEqual([
    '.versions[0].recurrence: should NOT have additional properties',
    ".versions[0].recurrence: should have required property 'window_days'"
  ]);
  expect(errorsOf('policy', policy.replace('match: [category]', 'match: [categry]'))).toEqual([
    '.versions[0].recurrence.match[0]: should be equal to one of the allowed values'
  ]);
  const years = '{26: {notices: [{number: n}], holidays: [{name: x, from: 2026-02-30}]}}';
  expect(errorsOf('calendar', `{id: x, title: x, weekend: [saturn], years: ${years}}`)).toEqual([
    '.weekend[0]: should be equal to one of the allowed values',
    '.years: should match pattern "^\\d{4}$"',
    ".years: property name '26' is invalid",
    expect.stringMatching(/^\.years\['26'\]\.holidays\[0\]\.from: should match pattern/)
  ]);
  expect(errorsOf('pipeline', 'sources: []')).toEqual(['.sources: should NOT have fewer than 1 items']);
  expect(errorsOf('source', 'kind: files\nrecords: {complaint: {received_at: {colum: d}}}')).not.toEqual([]);
});

test('every setting is explained, if not by those within it, and what has a default may be left out', () => {
  const unexplained: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const {properties, items, additionalProperties, anyOf} = node as Node;
    for (const [name, property] of Object.entries(properties ?? {})) {
      const here = `${path}.${name}`;
      const explains = property.description ?? property.properties ?? property.items?.properties;
      if (explains === undefined) unexplained.push(here);
      visit(property, here);
    }
    visit(items, `${path}[]`);
    visit(additionalProperties, `${path}{}`);
    for (const [i, choice] of (anyOf ?? []).entries()) visit(choice, `${path}|${String(i)}`);
  };
  for (const [name, schema] of schemas) visit(schema, name);
  expect(unexplained.filter((path) => !/\|1\.(zh-CN|en)$/.test(path))).toEqual([]);
  expect((schemas.get('pipeline.schema.json') as {required: string[]}).required).toEqual(['sources']);
});
