import {DataType, tableFromIPC, type Table, type Vector} from 'apache-arrow';
import {monthOfTime} from '../figures/month.ts';

/** A column of texts: the members that occur, in order, and for each row the place of its own; -1 where there is none. */
export interface Texts {
  readonly members: readonly string[];
  readonly codes: Int32Array;
}

const DAY = 86_400_000;

/** A published table, read column by column; a column is decoded when it is first asked for. */
export class DataTable {
  readonly #table: Table;
  readonly #texts = new Map<string, Texts>();
  readonly #numbers = new Map<string, Float64Array>();
  readonly #months = new Map<string, Int32Array>();

  constructor(table: Table) {
    this.#table = table;
  }

  /** Decodes an Arrow IPC stream. */
  static decode(bytes: ArrayBuffer): DataTable {
    return new DataTable(tableFromIPC(new Uint8Array(bytes)));
  }

  get rows(): number {
    return this.#table.numRows;
  }

  get columns(): string[] {
    return this.#table.schema.names as string[];
  }

  has(name: string): boolean {
    return this.columns.includes(name);
  }

  /** A column of texts as codes. */
  texts(name: string): Texts {
    let found = this.#texts.get(name);
    if (found === undefined) this.#texts.set(name, (found = readTexts(this.#vector(name))));
    return found;
  }

  /** The text of a row; undefined where there is none. */
  text(name: string, row: number): string | undefined {
    const {members, codes} = this.texts(name);
    return members[codes[row]!];
  }

  /** A column of numbers, days (in milliseconds since 1970), times (the same) or booleans (0 and 1); NaN where there is none. */
  numbers(name: string): Float64Array {
    let found = this.#numbers.get(name);
    if (found === undefined) this.#numbers.set(name, (found = readNumbers(this.#vector(name))));
    return found;
  }

  /** The months of a column of days or times; -1 where there is none. */
  months(name: string): Int32Array {
    let found = this.#months.get(name);
    if (found === undefined) {
      const times = this.numbers(name);
      this.#months.set(name, (found = Int32Array.from(times, (time) => (Number.isNaN(time) ? -1 : monthOfTime(time)))));
    }
    return found;
  }

  /** What kind of values a column holds. */
  kind(name: string): 'text' | 'number' | 'boolean' | 'day' | 'time' {
    const type = this.#vector(name).type as DataType;
    if (DataType.isBool(type)) return 'boolean';
    if (DataType.isDate(type)) return 'day';
    if (DataType.isTimestamp(type)) return 'time';
    return DataType.isInt(type) || DataType.isFloat(type) ? 'number' : 'text';
  }

  #vector(name: string): Vector {
    const vector = this.#table.getChild(name);
    if (vector === null) throw new Error(`there is no column "${name}"; there is ${this.columns.join(', ')}`);
    return vector;
  }
}

function readTexts(vector: Vector): Texts {
  const codes = new Int32Array(vector.length).fill(-1);
  const [chunk] = vector.data;
  if (vector.data.length === 1 && DataType.isDictionary(vector.type)) {
    const members = [...(chunk!.dictionary as Vector)].map(String);
    const values = chunk!.values as Int32Array;
    for (let row = 0; row < codes.length; row++) if (chunk!.getValid(row)) codes[row] = values[row]!;
    return {members, codes};
  }
  const places = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    const value = vector.get(row) as string | null;
    if (value === null) continue;
    let code = places.get(value);
    if (code === undefined) places.set(value, (code = places.size));
    codes[row] = code;
  }
  return {members: [...places.keys()], codes};
}

function readNumbers(vector: Vector): Float64Array {
  const numbers = new Float64Array(vector.length);
  const [chunk] = vector.data;
  const type = vector.type as DataType;
  // One batch of plain values is read without asking for them one by one.
  if (vector.data.length === 1 && !DataType.isBool(type)) {
    const values = chunk!.values as ArrayLike<number | bigint>;
    const scale = DataType.isDate(type) ? DAY : 1;
    for (let row = 0; row < numbers.length; row++) numbers[row] = Number(values[row]) * scale;
  } else {
    for (let row = 0; row < numbers.length; row++) numbers[row] = Number(vector.get(row));
  }
  if (vector.nullCount > 0) {
    for (let row = 0; row < numbers.length; row++) if (!vector.isValid(row)) numbers[row] = Number.NaN;
  }
  return numbers;
}
