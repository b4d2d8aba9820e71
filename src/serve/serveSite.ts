import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join, resolve, sep} from 'node:path';
import sirv from 'sirv';
import {canonicalPath} from './canonicalPath.ts';
import type {Health} from './health.ts';
import {securityHeaders} from './securityHeaders.ts';

export interface ServeOptions {
  /** The site's folder. A symbolic link is followed at each request, so that a new release is live at once. */
  directory: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** What /health answers. */
  health?: () => Promise<Health>;
}

/**
 * Serves a built site, how its pipeline fares at /health, and nothing else. While there is no site yet, pages answer 503.
 *
 * @returns its address, and how to end it
 * @throws Error when the port is taken or may not be used.
 */
export async function serveSite(options: ServeOptions): Promise<{url: string; close(): Promise<void>}> {
  const {host, port, health} = options;
  const directory = resolve(options.directory);
  // sirv reads the folder once unless told that it is being developed; a release would then never change.
  const serveFile = sirv(directory, {
    dev: true,
    etag: true,
    onNoMatch: (_, response) => {
      sendMissing(response, directory);
    }
  });
  const server = createServer((request, response) => {
    const [asked] = (request.url ?? '/').split('?', 1);
    for (const [name, value] of Object.entries(securityHeaders(asked!))) response.setHeader(name, value);
    answer(request, response, directory, (pathname) => {
      if (health && pathname === '/health') void sendHealth(response, health);
      else serveFile(request, response);
    });
  });
  await new Promise<void>((listening, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(listenMessage(error, host, port), {cause: error}));
    });
    server.listen(port, host, listening);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      })
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  directory: string,
  serve: (pathname: string) => void
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {Allow: 'GET, HEAD'}).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const pathname = decode(path);
  if (pathname === undefined) {
    response.writeHead(400).end();
    return;
  }
  const other = canonicalPath(pathname, (file) => isFile(directory, file));
  if (other === undefined) {
    serve(pathname);
    return;
  }
  response.writeHead(302, {Location: encodeURI(other) + (query === undefined ? '' : `?${query}`)}).end();
}

/** 200 where there is a report that can be read and trusted to be told of; 503 while the last run failed, or none is there. */
async function sendHealth(response: ServerResponse, health: () => Promise<Health>): Promise<void> {
  let [status, body]: [number, object] = [503, {status: 'failing', message: 'the journal of the runs can not be read'}];
  try {
    const told = await health();
    [status, body] = [told.status === 'ok' || told.status === 'stale' ? 200 : 503, told];
  } catch {
    // The answer says it; what the error says is for the log of a run, not for whoever asks.
  }
  response
    .writeHead(status, {'Content-Type': 'application/json;charset=utf-8', 'Cache-Control': 'no-store'})
    .end(`${JSON.stringify(body)}\n`);
}

function sendMissing(response: ServerResponse, directory: string): void {
  if (!existsSync(directory)) {
    response
      .writeHead(503, {'Content-Type': 'text/plain;charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '10'})
      .end('报告正在生成，请稍后刷新。\nThe report is being made; please come back in a moment.\n');
    return;
  }
  let page: Buffer;
  try {
    page = readFileSync(join(directory, '404.html'));
  } catch {
    page = Buffer.from('not found\n');
  }
  response.writeHead(404, {'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-store'}).end(page);
}

function isFile(directory: string, path: string): boolean {
  const file = join(directory, path);
  return file.startsWith(directory + sep) && (statSync(file, {throwIfNoEntry: false})?.isFile() ?? false);
}

function decode(path: string): string | undefined {
  try {
    const pathname = decodeURIComponent(path);
    return pathname.includes('\0') ? undefined : pathname;
  } catch {
    return undefined;
  }
}

function listenMessage(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `port ${port} on ${host} is in use; end the program that holds it, or choose another with --port`;
  }
  if (error.code === 'EACCES') return `port ${port} on ${host} may not be used; choose one above 1023 with --port`;
  return `${host}:${port}: ${error.message}`;
}
