import { once } from 'node:events';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as soon } from 'node:timers/promises';
import express, { type Response } from 'express';
import { EventStream } from './event-stream.ts';

const MOST_UNREAD = 64 * 1024;
/** More than the operating systems on both sides buffer for a client that does not read. */
const MUCH = 64 * 1024 * 1024;
const DATA = 'x'.repeat(16 * 1024);

describe('a stream of events', () => {
  let server: Server;
  let response: Response;
  let stream: EventStream;
  let client: IncomingMessage;
  let isClosed: boolean;
  let arrived: () => void;
  let left: (timersMore: number) => void;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

  beforeEach(async () => {
    isClosed = false;
    const app = express();
    app.get('/', (_, to) => {
      response = to;
      stream = new EventStream(to);
      stream.onClose(() => (isClosed = true));
    });
    app.get('/late', (_, to) => {
      arrived();
      to.once('close', () => {
        const before = timers();
        const late = new EventStream(to);
        late.onClose(() => left(timers() - before));
      });
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    [client] = (await once(get({ host: '127.0.0.1', port }), 'response')) as [IncomingMessage];
    client.on('error', () => undefined); // the server may close it
  });
  afterEach(async () => {
    client.destroy();
    server.close();
    await once(server, 'close');
  });

  it('cuts off a client that leaves more than 64 KB unread', async () => {
    let sent = 0;
    let mostUnread = 0;
    while (!response.destroyed && sent < MUCH) {
      mostUnread = Math.max(mostUnread, response.writableLength);
      stream.send({ data: DATA });
      sent += DATA.length;
      await soon();
    }
    expect(response.destroyed).toBe(true);
    expect(mostUnread).toBeLessThanOrEqual(MOST_UNREAD);
    while (!isClosed) await soon();
    stream.send({ data: DATA }); // sending to a closed stream does no harm
  });

  it('keeps no clock running for a client that left before it was let in', async () => {
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const more = new Promise<number>((resolve) => (left = resolve));
    const { port } = server.address() as AddressInfo;
    const request = get({ host: '127.0.0.1', port, path: '/late' });
    request.on('error', () => undefined);
    await there;
    request.destroy();
    expect(await more).toBe(0);
  });

  it('goes on for a client that reads, however much it is', async () => {
    let received = 0;
    client.on('data', (chunk: Buffer) => (received += chunk.length));
    for (let sent = 0; sent < 2 * 1024 * 1024; sent += DATA.length) {
      stream.send({ data: DATA });
      while (response.writableLength > 0) await soon();
    }
    stream.end();
    await once(client, 'end');
    expect(received).toBeGreaterThan(2 * 1024 * 1024);
  });
});
