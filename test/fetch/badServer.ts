import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';

export interface Request {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** How often this address was asked before. */
  readonly before: number;
}

/** What a server does with a request. */
export type Act = (response: ServerResponse) => void;

export const json =
  (body: unknown, headers: Record<string, string> = {}): Act =>
  (response) => {
    response.writeHead(200, {'content-type': 'application/json', ...headers});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Act =>
  (response) => {
    response.writeHead(code, headers);
    response.end(body);
  };

/** Never answers. */
export const hang: Act = () => undefined;

/** Sends half of an answer, then nothing more. */
export const stall: Act = (response) => {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write('{"rows": [{"id": 1}');
};

/** Sends half of an answer, then breaks the connection. */
export const reset: Act = (response) => {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write('{"rows": [{"id": 1}');
  setTimeout(() => response.socket?.resetAndDestroy(), 5);
};

/** Ends in good order in the middle of its JSON. */
export const truncated: Act = (response) => {
  response.writeHead(200, {'content-type': 'application/json'});
  response.end('{"rows": [{"id": 1}, {"id"');
};

/** The page of a proxy. */
export const html: Act = (response) => {
  response.writeHead(200, {'content-type': 'text/html'});
  response.end('<!doctype html><title>Please log in</title>');
};

export interface BadServer {
  readonly origin: string;
  readonly requests: readonly Request[];
  stop(): Promise<void>;
}

/** Starts a server on this machine that does as it is told. */
export async function startServer(act: (request: Request) => Act): Promise<BadServer> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const before = requests.filter((request) => request.url.href === url.href).length;
    const request = {url, headers: incoming.headers, before};
    requests.push(request);
    act(request)(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as {port: number};
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}
