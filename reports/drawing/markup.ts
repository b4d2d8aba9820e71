/** A piece of HTML that is safe to print as it is. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type Printable = Markup | string | number | null | undefined | readonly Printable[];

const ENTITIES: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Escapes a text for use between tags or inside a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * Builds HTML from a template. Every value is escaped unless it is markup itself; lists are joined;
 * null and undefined print nothing.
 *
 * @example markup`<p>${'a < b'}</p>`.text // '<p>a &lt; b</p>'
 */
export function markup(strings: TemplateStringsArray, ...values: Printable[]): Markup {
  return new Markup(strings.reduce((text, part, index) => text + print(values[index - 1]) + part));
}

/** Takes a text as HTML without escaping it. For text that this site has made itself. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function print(value: Printable): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return escapeText(String(value));
}
