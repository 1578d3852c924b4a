import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import type { Locale } from '../../../src/kernel/actor.ts';
import { Assets } from '../../../src/platform/http/assets.ts';
import { FRAGMENT_HEADER } from '../../../src/platform/http/request.ts';
import { galleryPages, openGallery } from './gallery.ts';

/** The policy that the service sends: nothing inline, nothing from other sites. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export interface GalleryServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves `/<name>/<locale>` on a free port of the loopback interface, and the first page of each template under its own
 * address; `more` adds routes that pages request.
 */
export async function serveGallery(more: (server: Express) => void = () => undefined): Promise<GalleryServer> {
  const assets = new Assets();
  const render = openGallery(assets);
  const server = express();
  server.use((_request, reply, next) => {
    reply.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.setHeader('x-trace-id', 'gallery');
    next();
  });
  server.use(assets.router());
  server.get('/my/device-key/:device', (_request, reply) => {
    reply.json({ account: 'a1', key: Buffer.alloc(32).toString('base64') });
  });
  more(server);
  server.get('/:name/:locale', (request, reply, next) => {
    const page = galleryPages.find(({ name }) => name === request.params.name);
    if (page) reply.type('html').send(render(page, request.params.locale as Locale));
    else next();
  });
  server.use((request, reply) => {
    const page = galleryPages.find(({ path }) => path === request.path);
    const partial = request.get(FRAGMENT_HEADER);
    if (partial !== undefined) reply.setHeader(FRAGMENT_HEADER, partial);
    if (page) reply.type('html').send(render(page, 'vi', partial));
    else reply.status(404).send('unknown page');
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        listening.closeAllConnections();
        listening.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
