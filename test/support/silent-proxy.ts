import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy to a database on which chosen connections get no answer, as on a busy machine. */
export class SilentProxy {
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  /** @param silent decides by the number of a connection, from 0 on, whether it gets no answer */
  static async before(target: string, silent: (connection: number) => boolean): Promise<SilentProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer((socket) => {
      const number = proxy.connections++;
      proxy.keep(socket);
      if (silent(number)) return;
      const onward = connect(Number(port), hostname);
      proxy.keep(onward);
      socket.pipe(onward).pipe(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(target);
    url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = new SilentProxy(url.href, server);
    return proxy;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}
