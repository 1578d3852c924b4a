import { ConfigError } from '../config/config.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { errorTexts } from './error-texts.ts';
import { errorSentence } from '../platform/i18n/errors.ts';

/** Why the service cannot start and what to do about it, in one sentence; null for a mistake of ours. */
export function startFailure(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DomainError) return errorSentence(errorTexts, error.code, error.params, 'en');
  const { code, port } = (error ?? {}) as { code?: unknown; port?: unknown };
  if (typeof code !== 'string') return null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use by another program. Stop that program, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${String(port)} may not be opened by this user. Set PORT to a number above 1023.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'No PostgreSQL answers at DATABASE_URL. Check its host and port and that the server is running, or unset DATABASE_URL to use the embedded one.';
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the user or the password of DATABASE_URL. Correct them and start again.';
    case '3D000':
      return 'The database that DATABASE_URL names does not exist. Create it (createdb), or correct the name.';
    case '42501':
      return 'The user of DATABASE_URL may not create tables or roles. Let it own the database and give it CREATEROLE, then start again.';
    case '57P03':
      return 'PostgreSQL is starting up or shutting down. Wait a moment and start again.';
    default:
      return null;
  }
}
