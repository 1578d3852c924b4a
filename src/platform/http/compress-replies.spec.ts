import type { AddressInfo } from 'node:net';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import express from 'express';
import { compressReplies } from './compress-replies.ts';

const LONG = 'Chi bộ Khu phố 2. '.repeat(200);

describe('a reply', () => {
  let server: Server;

  beforeAll(async () => {
    const app = express();
    app.use(compressReplies);
    app.get('/page', (_request, reply) => void reply.type('html').send(LONG));
    app.get('/json', (_request, reply) => void reply.json({ text: LONG }));
    app.get('/etag', (_request, reply) => void reply.setHeader('ETag', '"3"').json({ text: LONG }));
    app.get('/stream', (_request, reply) => void reply.type('text/event-stream').end(`data: ${LONG}\n\n`));
    app.get('/file', (_request, reply) => void reply.type('application/pdf').send(Buffer.from(LONG)));
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const COOKIE = { cookie: 'giaoban=x' };

  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['a page to a stranger', '/page', {}, 'br'],
    ['a page that our own page leads to', '/page', { ...COOKIE, 'sec-fetch-site': 'same-origin' }, 'br'],
    ['a page whose address was typed', '/page', { ...COOKIE, 'sec-fetch-site': 'none' }, 'br'],
    ['a page that another site leads to', '/page', { ...COOKIE, 'sec-fetch-site': 'cross-site' }, undefined],
    ['a page that a neighbour leads to', '/page', { ...COOKIE, 'sec-fetch-site': 'same-site' }, undefined],
    ['a page to a browser that does not say', '/page', COOKIE, undefined],
    ['JSON', '/json', COOKIE, 'br'],
    ['JSON that another site asks for', '/json', { ...COOKIE, 'sec-fetch-site': 'cross-site' }, undefined],
    ['bytes that a strong ETag names', '/etag', {}, undefined],
    ['a stream of events', '/stream', {}, undefined],
    ['a file that is compressed in itself', '/file', {}, undefined],
  ])('is compressed or not: %s', async (_what, path, headers, encoding) => {
    const reply = await headersOf(path, { ...headers, 'accept-encoding': 'gzip, br' });
    expect(reply['content-encoding']).toBe(encoding);
  });

  it('is as it was for who cannot read it compressed', async () => {
    expect((await headersOf('/page', {}))['content-encoding']).toBeUndefined();
  });

  it('says that it depends on what the browser can read', async () => {
    expect((await headersOf('/page', { 'accept-encoding': 'br' })).vary).toBe('Accept-Encoding');
  });

  function headersOf(path: string, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (reply) => {
        reply.resume().once('end', () => resolve(reply.headers));
      }).once('error', reject);
    });
  }
});
