import {stringify} from 'yaml';

/** One field of a draft. */
export interface DraftedField {
  readonly name: string;
  /** The name of a column, or the settings of the field. */
  readonly setting:
    | string
    | {readonly constant: string}
    | {readonly column: string; readonly values: Readonly<Record<string, string>>; readonly otherwise?: string}
    | {readonly column: string; readonly otherwise?: string}
    | {readonly column: string; readonly formats: readonly string[]; readonly year?: number};
  readonly doubts: readonly string[];
}

export interface DraftedSource {
  readonly head: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly kind: string;
  readonly fields: readonly DraftedField[];
  /** The columns that nothing reads. */
  readonly left: readonly string[];
}

/** A source.yaml with comments: what is not sure stands beside its field, and columns that nothing reads at the end. */
export function writeSource({head, settings, kind, fields, left}: DraftedSource): string {
  const lines = [
    `# ${comment(head)}`,
    ...Object.entries(settings).map(([name, value]) => `${name}: ${flow(value)}`),
    'records:',
    `  ${kind}:`,
    ...fields.map(({name, setting, doubts}) => {
      const doubt = doubts.length === 0 ? '' : ` # unsure: ${comment(doubts.join('; '))}`;
      return `    ${name}: ${flow(setting)}${doubt}`;
    }),
    ...(left.length === 0 ? [] : ['# No field reads these columns:', ...left.map((column) => `#   ${comment(column)}`)])
  ];
  return `${lines.join('\n')}\n`;
}

function flow(value: unknown): string {
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
    singleQuote: true
  }).trim();
}

function comment(text: string): string {
  return text.replace(/\s+/g, ' ');
}
