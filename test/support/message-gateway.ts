import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real gateway on this machine: it keeps what it takes, and answers with the statuses that it is told, then 202. */
export class MessageGateway {
  readonly received: ReceivedMessage[] = [];
  readonly answers: { readonly status: number; readonly location?: string }[] = [];
  /** What was posted to another path, to which nobody was to follow. */
  followed = 0;
  private readonly server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url !== '/messages') this.followed++;
      this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const { status, location } = this.answers.shift() ?? { status: 202 };
      reply.writeHead(status, location === undefined ? {} : { location });
      reply.end('x'.repeat(100_000));
    });
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  async listen(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** The contents of what was received for an address. */
  to(address: string): Record<string, unknown>[] {
    return this.received
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
      .filter(({ to }) => to === address);
  }
}
