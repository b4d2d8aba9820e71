import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {messageOf} from '../config/problems.ts';
import type {InputFile} from './inputFile.ts';

const CR = 0x0d;
const LF = 0x0a;

/** Whether DuckDB refused CSV files for line ends of several kinds, as when two systems have written to one file. */
export function isLineEndTrouble(error: unknown): boolean {
  return /state machine reached an invalid state/.test(messageOf(error));
}

/** Writes a CSV file again with LF at the end of every line into `folder`, which lies outside the data and goes with the run. */
export async function withPlainLineEnds(file: InputFile, folder: string): Promise<InputFile> {
  const path = join(folder, `${createHash('sha256').update(file.path).digest('hex').slice(0, 16)}.lines.csv`);
  let isAfterCr = false;
  const plain = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      const bytes = Buffer.alloc(chunk.length);
      let length = 0;
      for (const byte of chunk) {
        if (byte !== LF || !isAfterCr) bytes[length++] = byte === CR ? LF : byte;
        isAfterCr = byte === CR;
      }
      done(null, bytes.subarray(0, length));
    }
  });
  const source = createReadStream(file.path);
  const target = createWriteStream(path, {mode: 0o600});
  await (file.isZipped ? pipeline(source, createGunzip(), plain, target) : pipeline(source, plain, target));
  return {...file, path, isZipped: false};
}
