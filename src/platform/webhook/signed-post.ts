import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-addresses.ts';

export interface SignedPost {
  readonly url: string;
  readonly secret: string;
  /** The same for each attempt, so that the receiver can tell a repetition. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
  /** Whether it may go to this machine or to a network behind it. */
  readonly allowsPrivate: boolean;
  readonly milliseconds?: number;
}

/** `refused`: the receiver will not take it as it is; `postponed`: it may take it later. */
export interface PostAnswer {
  readonly kind: 'accepted' | 'refused' | 'postponed';
  /** The status and the first words of the reply, or why there was none. */
  readonly answer: string;
}

export type UrlFault = 'no_url' | 'not_https' | 'private';

const LONGEST_MS = 15_000;
const LARGEST_REPLY = 2_048;
const SHOWN = 200;
/** Too early, too many and the like: another attempt may succeed. */
const LATER = new Set([408, 409, 425, 429]);
const PRIVATE = 'EPRIVATE';

/** Why an address is not used; null where it may be. Names are looked up only when something is sent. */
export function urlFault(url: string, allowsPrivate: boolean): UrlFault | null {
  if (!URL.canParse(url)) return 'no_url';
  const { protocol, hostname, username, password } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '') return 'no_url';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || host === '::1' || /^127\./.test(host);
  if (!allowsPrivate && (isLoopback || (isIP(host) !== 0 && isPrivateAddress(host)))) return 'private';
  return protocol === 'https:' || isLoopback ? null : 'not_https';
}

/** The signature of a body at a time, as the receiver computes it too: HMAC-SHA256 over `<seconds>.<body>`. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Posts JSON with a signature; follows no redirect, and reads only the beginning of the reply. Never rejects. */
export async function signedPost(post: SignedPost): Promise<PostAnswer> {
  const fault = urlFault(post.url, post.allowsPrivate);
  if (fault !== null) return { kind: 'postponed', answer: fault };
  try {
    const reply = await replyTo(post);
    const status = reply.statusCode ?? 0;
    const words = await firstWords(reply);
    const answer = words === '' ? String(status) : `${status}: ${words}`;
    if (status >= 200 && status < 300) return { kind: 'accepted', answer };
    return { kind: status >= 400 && status < 500 && !LATER.has(status) ? 'refused' : 'postponed', answer };
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return { kind: 'postponed', answer: code ?? name };
  }
}

function replyTo({ url, secret, id, body, now, allowsPrivate, milliseconds = LONGEST_MS }: SignedPost) {
  const seconds = Math.floor(now.getTime() / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'GiaoBan-Webhook/1',
    'giaoban-delivery': id,
    'giaoban-timestamp': String(seconds),
    'giaoban-signature': signatureOf(secret, seconds, body),
  };
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const signal = AbortSignal.timeout(milliseconds);
    const sent: ClientRequest = request(url, {
      method: 'POST',
      headers,
      agent: false,
      signal,
      ...(!allowsPrivate && { lookup: publicLookup }),
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The address that is connected to is the one that was looked at, so that a name cannot change in between. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) done(error ?? new Error('no address'), '', 0);
    else if (found.some(({ address }) => isPrivateAddress(address))) {
      done(Object.assign(new Error('a private address'), { code: PRIVATE }), '', 0);
    } else if (options.all === true) done(null, found);
    else done(null, first.address, first.family);
  });
};

async function firstWords(reply: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= LARGEST_REPLY) break; // ends the connection
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ')
    .trim()
    .slice(0, SHOWN);
}
