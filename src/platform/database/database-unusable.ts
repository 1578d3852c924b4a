/** Why the service cannot use the database that it was given. */
export type DatabaseFault =
  | 'no_server'
  | 'no_host'
  | 'not_postgres'
  | 'no_answer'
  | 'starting'
  | 'no_password'
  | 'login_refused'
  | 'no_database'
  | 'no_rights'
  | 'no_membership'
  | 'no_extension'
  | 'too_many_connections'
  | 'tls_unknown'
  | 'tls_untrusted'
  | 'tls_needed'
  | 'pooler'
  | 'read_only'
  | 'too_old'
  | 'not_utf8'
  | 'disk_full';

/** Keeps the driver's message only as its cause, because that may name hosts and users. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';

  constructor(
    readonly fault: DatabaseFault,
    cause?: unknown,
  ) {
    super(`the database cannot be used: ${fault}`, { cause });
  }
}

const BY_CODE: Readonly<Record<string, DatabaseFault>> = {
  ECONNREFUSED: 'no_server',
  EHOSTUNREACH: 'no_server',
  ENETUNREACH: 'no_server',
  ENOENT: 'no_server', // a socket's file
  ENOTFOUND: 'no_host',
  EAI_AGAIN: 'no_host',
  ECONNRESET: 'not_postgres',
  EPROTO: 'not_postgres',
  ETIMEDOUT: 'no_answer',
  '57P03': 'starting',
  '28P01': 'login_refused',
  '28000': 'login_refused',
  '3D000': 'no_database',
  '42501': 'no_rights',
  '0A000': 'no_extension',
  '58P01': 'no_extension',
  '53300': 'too_many_connections',
  '08P01': 'pooler',
  '25006': 'read_only',
  '53100': 'disk_full',
};

/** Faults that share their code with a wider class of errors, told apart by the message. */
const NARROWER: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/no pg_hba\.conf entry.*no encryption/i, 'tls_needed'],
  [/permission denied to set role/i, 'no_membership'],
];

/** Faults without a code, recognised by the message. */
const BY_MESSAGE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/client password must be a string|no password supplied/i, 'no_password'],
  [/certificate|altname/i, 'tls_untrusted'],
  [/does not support SSL|error establishing an SSL/i, 'tls_unknown'],
  [/timeout/i, 'no_answer'],
  [/terminated unexpectedly|invalid response|unexpected message|unexpected authenticationOk/i, 'not_postgres'],
];

/** @returns null for an error that is not a fault of the given database */
export function databaseFault(error: unknown): DatabaseFault | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : '';
  const spoken = [...NARROWER, ...(typeof code === 'string' ? [] : BY_MESSAGE)].find(([said]) => said.test(text))?.[1];
  if (spoken !== undefined || typeof code !== 'string') return spoken ?? null;
  if (code.includes('CERT') || code.includes('SIGNATURE') || code.includes('ALTNAME')) return 'tls_untrusted';
  return BY_CODE[code] ?? null;
}
