import {connect, createServer, type Socket} from 'node:net';

/** Passes bytes on to a server, and breaks the first connections after so many bytes of answers. */
export async function startBrokenProxy(
  target: number,
  breaksAfter: readonly number[]
): Promise<{port: number; stop(): Promise<void>}> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const proxy = createServer((client) => {
    const limit = breaksAfter[connections++] ?? Infinity;
    const server = connect(target, '127.0.0.1');
    let passed = 0;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server);
    server.on('data', (bytes: Buffer) => {
      passed += bytes.length;
      if (passed > limit) client.resetAndDestroy();
      else client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as {port: number}).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    }
  };
}
