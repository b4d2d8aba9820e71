import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface Posted {
  readonly url: URL;
  readonly body: Record<string, unknown>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

/** A messenger that takes messages of robots, and answers as `reply` says. */
export interface RobotServer {
  readonly origin: string;
  readonly posted: readonly Posted[];
  readonly close: () => Promise<void>;
}

/** @param reply is told of each message, and of how many came before it; undefined leaves it without an answer */
export async function startRobotServer(
  reply: (message: Posted, before: number) => Reply | undefined
): Promise<RobotServer> {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url!, 'http://127.0.0.1');
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      const message = {url, body, at: Date.now()};
      const answer = reply(message, posted.length);
      posted.push(message);
      if (!answer) return;
      response.writeHead(answer.status ?? 200, {'content-type': 'application/json', ...answer.headers});
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    posted,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      })
  };
}
