import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the line between a phone and the service is like: `dead` breaks every connection, `portal` answers everything
 * with the page of a hotel's network, `gateway` with the error page of a proxy, `swallow` lets the service do what was
 * asked and loses its reply.
 */
export type Weather = 'clear' | 'dead' | 'portal' | 'gateway' | 'swallow';

export interface WeatherProxy {
  readonly url: string;
  weather: Weather;
  /** What the service worker says of its release: another text is another worker. */
  release: string;
  /** Called with each request that is about to reach the service; it goes on when the promise is kept. */
  before: ((request: IncomingMessage) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A line to the service whose weather tests make. */
export async function weatherProxy(service: { readonly url: string }): Promise<WeatherProxy> {
  const target = new URL(service.url);
  const proxy: Pick<WeatherProxy, 'weather' | 'before' | 'release'> = { weather: 'clear', before: null, release: '' };
  const server = createServer((asked, reply) => void pass(asked, reply));

  async function pass(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { weather } = proxy;
    if (weather === 'dead') {
      reply.destroy();
      return;
    }
    if (weather === 'portal' || weather === 'gateway') {
      asked.resume();
      reply.writeHead(weather === 'portal' ? 200 : 502, { 'content-type': 'text/html' });
      reply.end('<!doctype html><title>Wi-Fi</title><form><button>Sign in to the network</button></form>');
      return;
    }
    await proxy.before?.(asked);
    const { 'if-none-match': _known, ...asking } = asked.headers;
    const forwarded = request(
      {
        host: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        path: asked.url,
        method: asked.method,
        headers: asking,
      },
      (answer) => {
        if (weather === 'swallow' && asked.method === 'POST') {
          answer.resume();
          answer.once('end', () => reply.destroy());
          return;
        }
        const { 'content-length': _length, ...headers } = answer.headers;
        const isWorker = asked.url === '/my/worker.js';
        reply.writeHead(answer.statusCode ?? 502, isWorker ? headers : answer.headers);
        if (isWorker) reply.write(`/* ${proxy.release} */`);
        answer.pipe(reply);
      },
    );
    forwarded.once('error', () => reply.destroy());
    asked.pipe(forwarded);
  }

  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
