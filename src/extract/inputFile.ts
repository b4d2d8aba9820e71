import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {join, relative, resolve, sep} from 'node:path';
import {Readable, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {glob} from 'tinyglobby';
import {messageOf, ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {FileFormat, Source} from './source.ts';

/** A file that a source names. */
export interface InputFile {
  readonly path: string;
  /** The path from the source's folder, with slashes: what people call the file. */
  readonly name: string;
  readonly format: FileFormat;
  readonly isZipped: boolean;
}

/** What spreadsheet programs leave beside a workbook while it is open. */
const OWNER_FILES = '**/~$*';

/** No file matches what a source names. */
export class NoFileError extends ProblemsError {}

/** The files that match, in the order of their names. Throws when there is none, or when a name does not tell the format. */
export async function findFiles(source: Source, patterns: readonly string[], folder: string): Promise<InputFile[]> {
  const paths = await glob([...patterns], {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
    ignore: [OWNER_FILES]
  });
  if (paths.length === 0) {
    const where = patterns.map((pattern) => shortPath(resolve(folder, pattern))).join(', ');
    throw new NoFileError([`${shortPath(source.path)}, files: no file matches ${where}`]);
  }
  return paths.sort().map((path) => {
    const isZipped = path.endsWith('.gz');
    const format = source.format ?? formatOf(isZipped ? path.slice(0, -3) : path);
    if (!format) {
      throw new ProblemsError([
        `${shortPath(path)}: its name does not tell what it is; end it in .csv, .tsv, .xlsx, .xls, .json, .jsonl or .parquet, or set format in ${shortPath(source.path)}`
      ]);
    }
    return {path: resolve(path), name: relative(folder, path).split(sep).join('/'), format, isZipped};
  });
}

/** The format that the ending of a name tells, without .gz. */
export function formatOf(path: string): FileFormat | undefined {
  const formats: Record<string, FileFormat> = {
    csv: 'csv',
    tsv: 'csv',
    txt: 'csv',
    json: 'json',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    parquet: 'parquet',
    xlsx: 'xlsx',
    xlsm: 'xlsx',
    xls: 'xlsx'
  };
  return formats[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The first bytes of a file, unzipped: at most `length`. */
export async function readHead(file: InputFile, length: number): Promise<Buffer> {
  if (!file.isZipped) {
    const handle = await open(file.path);
    try {
      const {bytesRead, buffer} = await handle.read({buffer: Buffer.alloc(length), position: 0});
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(file.path).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= length) break;
    }
  } catch (cause) {
    if (size === 0) throw new ProblemsError([`${shortPath(file.path)}: not a gzip file (${messageOf(cause)})`]);
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** Throws when a zipped file is cut off or damaged: DuckDB would read what is left of it as if it were all. */
export async function checkZip(file: InputFile): Promise<void> {
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    }
  });
  try {
    await pipeline(createReadStream(file.path), createGunzip(), nowhere);
  } catch (cause) {
    throw new ProblemsError([
      `${shortPath(file.path)}: the zipped file is cut off or damaged (${messageOf(cause)}); fetch or zip it again`
    ]);
  }
}

/** The encoding that a byte order mark at the head of a file tells, if there is one. */
export function encodingOfMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Writes a file again as UTF-8 into `folder`, which lies outside the data and goes with the run. */
export async function transcode(file: InputFile, encoding: string, folder: string): Promise<InputFile> {
  const path = join(folder, `${createHash('sha256').update(file.path).digest('hex').slice(0, 16)}.${file.format}`);
  const decoder = new TextDecoder(encoding, {fatal: true});
  const bytes = createReadStream(file.path);
  const plain: Readable = file.isZipped ? bytes.pipe(createGunzip()) : bytes;
  async function* decoded(): AsyncGenerator<string> {
    for await (const chunk of plain as AsyncIterable<Buffer>) yield decoder.decode(chunk, {stream: true});
    yield decoder.decode();
  }
  try {
    await pipeline(Readable.from(decoded()), createWriteStream(path, {mode: 0o600}));
  } catch (cause) {
    throw new ProblemsError([
      `${shortPath(file.path)}: it is not ${encoding} (${messageOf(cause)}); set the encoding that it was written in`
    ]);
  }
  return {...file, path, isZipped: false};
}
