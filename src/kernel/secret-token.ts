import { createHash, randomBytes } from 'node:crypto';

/**
 * 256 random bits for a person, and the hash that the database stores: reading the database does not allow anybody to
 * sign in.
 */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
