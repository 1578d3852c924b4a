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
  /** Called with each request that is about to reach the service; it goes on when the promise is kept. */
  before: ((request: IncomingMessage) => Promise<void>) | null;
  close(): Promise<void>;
}

/** A line to the service whose weather tests make. */
export async function weatherProxy(service: { readonly url: string }): Promise<WeatherProxy> {
  const target = new URL(service.url);
  const proxy: { weather: Weather; before: WeatherProxy['before'] } = { weather: 'clear', before: null };
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
    const forwarded = request(
      {
        host: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        path: asked.url,
        method: asked.method,
        headers: asked.headers,
      },
      (answer) => {
        if (weather === 'swallow' && asked.method === 'POST') {
          answer.resume();
          answer.once('end', () => reply.destroy());
          return;
        }
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
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
