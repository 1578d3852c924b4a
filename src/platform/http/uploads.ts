import type { NextFunction, Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

const LARGEST_UPLOAD = 10 * 1024 * 1024;
/** Of any form; routes that take larger files than the usual ones say so. */
const LARGEST_OF_ALL = 15 * 1024 * 1024;
const PATIENCE = 4;

/**
 * Reads multipart forms of people who are signed in, before the guards look for the form's token. One file, in memory,
 * because accepted files are small and are checked before they are stored.
 */
export function uploadMiddleware(): RequestHandler {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: LARGEST_OF_ALL, files: 1, fields: 20, fieldSize: 64 * 1024 },
  }).any();
  return (request: Request, response: Response, next: NextFunction) => {
    if (!request.session || !request.is('multipart/form-data')) {
      next();
      return;
    }
    parse(request, response, (error: unknown) => {
      request.isUploadTooLarge = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE';
      // Since files are kept in memory, reading fails only because of the form itself: no boundary, empty, incomplete,
      // or with a broken part header.
      const isUnread = error !== undefined && !request.isUploadTooLarge;
      next(isUnread ? new DomainError('http.malformed', {}) : undefined);
    });
  };
}

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The form's file; null where none was chosen. `largest`: how many bytes this form takes.
 * @throws DomainError http.too_large
 */
export function uploadOf(request: Request, largest = LARGEST_UPLOAD): Upload | null {
  if (request.isUploadTooLarge === true) throw tooLarge(largest);
  const file = Array.isArray(request.files) ? request.files[0] : undefined;
  // A file field that was left empty is sent as a file without a name.
  if (!file || (file.size === 0 && file.originalname === '')) return null;
  if (file.size > largest) throw tooLarge(largest);
  // Multipart headers are Latin-1 by default; browsers send UTF-8.
  return {
    name: Buffer.from(file.originalname, 'latin1')
      .toString('utf8')
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC'),
    bytes: file.buffer,
  };
}

/**
 * The file of a form, or the request's body where a program sends only the file; then `name` names it.
 * @throws DomainError http.too_large, http.malformed
 */
export async function fileOf(request: Request, name: string): Promise<Upload | null> {
  if (request.is('multipart/form-data')) return uploadOf(request);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // We go on reading for a while, because a sender whose connection is closed early does not read our reply.
      if (size > PATIENCE * LARGEST_UPLOAD) break;
      if (size <= LARGEST_UPLOAD) chunks.push(chunk);
    }
  } catch {
    throw new DomainError('http.malformed', {}); // the sender has gone
  }
  if (size > LARGEST_UPLOAD) throw tooLarge(LARGEST_UPLOAD);
  return size === 0 ? null : { name, bytes: Buffer.concat(chunks) };
}

/** Aborted with this error when the connection has ended, so that nobody will read an answer. */
export function leavesOf({ res }: Request, reason: DomainError): AbortSignal {
  const leaves = new AbortController();
  res?.once('close', () => leaves.abort(reason));
  return leaves.signal;
}

function tooLarge(largest: number): DomainError {
  return new DomainError('http.too_large', { megabytes: largest / 2 ** 20 });
}
