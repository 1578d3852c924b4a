import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { isDomainError } from '../../kernel/domain-error.ts';
import { fileOf, uploadMiddleware } from './uploads.ts';

const CRLF = '\r\n';
const PART = [
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="a.xlsx"',
  'Content-Type: application/octet-stream',
  '',
  'bytes',
];

/** A request with a session. */
function sent(body: Readable, type: string): Request {
  const headers = { 'content-type': type, 'transfer-encoding': 'chunked' };
  return Object.assign(body, { headers, session: {}, is: (asked: string) => type.startsWith(asked) }) as never;
}

function parse(request: Request): Promise<unknown> {
  return new Promise((resolve) => {
    uploadMiddleware()(request, {} as Response, resolve);
  });
}

describe('a form with a file', () => {
  it('is read', async () => {
    const request = sent(Readable.from([[...PART, '--edge--', ''].join(CRLF)]), 'multipart/form-data; boundary=edge');
    expect(await parse(request)).toBeUndefined();
    expect(request.files).toMatchObject([{ originalname: 'a.xlsx' }]);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', PART.join(CRLF)],
    ['cut off', 'multipart/form-data; boundary=edge', PART.join(CRLF)],
    ['empty', 'multipart/form-data; boundary=edge', ''],
    [
      'with a broken head of a part',
      'multipart/form-data; boundary=edge',
      ['--edge', 'no head', '', 'x', '--edge--'].join(CRLF),
    ],
  ])('is the sender’s mistake: %s', async (_name, type, body) => {
    const error = await parse(sent(Readable.from([Buffer.from(body)]), type));
    expect(isDomainError(error, 'http.malformed')).toBe(true);
  });

  it('is nobody’s failure where the sender goes away', async () => {
    async function* gone() {
      yield Buffer.from('PK');
      throw await Promise.resolve(new Error('aborted'));
    }
    await expect(fileOf(sent(Readable.from(gone()), 'application/zip'), 'a.xlsx')).rejects.toMatchObject({
      code: 'http.malformed',
    });
  });
});
