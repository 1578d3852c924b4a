import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The settings from the environment, read once and frozen. */
export interface Config {
  /** Unset: an embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Unset: the built-in mailbox under `dataDir`. */
  readonly smtpUrl: string | null;
  /** The address that people type and that links in mails use, without a trailing slash. */
  readonly publicUrl: string;
  readonly host: string;
  readonly port: number;
  /** Whether the port was set explicitly, so that no other port may be used instead. */
  readonly portIsFixed: boolean;
  readonly dataDir: string;
  readonly mailFrom: string;
  /** Whether a committee's gateway may stand on this machine or in a network behind it. */
  readonly webhookAllowsPrivate: boolean;
  /** The mailbox to which people and mail servers answer; unset: none is read. */
  readonly imapUrl: string | null;
  /** With it a mail gateway reports what became of mails; unset: such reports are not taken. */
  readonly mailGatewayToken: string | null;
  readonly logLevel: LogLevel;
  /** Whether the web process runs jobs itself. */
  readonly webWorksJobs: boolean;
  /** Number of proxies in front of the service whose X-Forwarded-* headers are trusted. */
  readonly trustedProxies: number;
}

/** Long enough, and fit for a header. */
const SECRET = /^[A-Za-z0-9._~-]{32,200}$/;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Names the variable and the expected form, never the value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError with one sentence for each variable with an invalid value. */
export function readConfig(env: Environment): Config {
  const databaseUrl = secret(env, 'DATABASE_URL');
  const smtpUrl = secret(env, 'SMTP_URL');
  check(databaseUrl, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database');
  const imapUrl = secret(env, 'IMAP_URL');
  check(imapUrl, 'IMAP_URL', ['imap:', 'imaps:'], 'imaps://user:password@host:993/INBOX');
  check(smtpUrl, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@host:465');
  const host = env['HOST'] ?? '127.0.0.1';
  const port = integer(env, 'PORT', 3000, 0, 65_535);
  return Object.freeze({
    databaseUrl,
    smtpUrl,
    publicUrl: publicUrl(env, `http://localhost:${port}`),
    host,
    port,
    portIsFixed: env['PORT'] !== undefined || env['PUBLIC_URL'] !== undefined,
    dataDir: resolve(env['GIAOBAN_DATA'] ?? '.giaoban'),
    mailFrom: env['MAIL_FROM'] ?? 'Giao Ban <giaoban@localhost>',
    imapUrl,
    webhookAllowsPrivate: oneOf(env, 'WEBHOOK_ALLOWS_PRIVATE', ['yes', 'no'] as const, 'no') === 'yes',
    mailGatewayToken: longSecret(env, 'MAIL_GATEWAY_TOKEN'),
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    webWorksJobs: oneOf(env, 'WEB_WORKS_JOBS', ['yes', 'no'] as const, 'yes') === 'yes',
    trustedProxies: integer(env, 'TRUSTED_PROXIES', 0, 0, 10),
  });
}

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether only this machine can reach the service. */
export function isOnlyLocal({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>): boolean {
  return isLoopback(publicUrl) && isLoopback(`http://${host.includes(':') ? `[${host}]` : host}`);
}

/** The variable itself, or the content of the file that `NAME_FILE` names. */
function secret(env: Environment, name: string): string | null {
  const file = env[`${name}_FILE`];
  if (file === undefined) return env[name] ?? null;
  if (env[name] !== undefined) throw new ConfigError(`Set either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name}_FILE names a file that cannot be read.`);
  }
}

/** A secret that a program sends, which nobody may guess. */
function longSecret(env: Environment, name: string): string | null {
  const value = secret(env, name);
  if (value !== null && !SECRET.test(value)) {
    throw new ConfigError(`${name} must have at least 32 characters, of letters, digits and - . _ ~ only.`);
  }
  return value;
}

function check(url: string | null, name: string, protocols: readonly string[], example: string): void {
  if (url === null) return;
  if (!URL.canParse(url) || !protocols.includes(new URL(url).protocol)) {
    throw new ConfigError(`${name} is not an address of the form ${example}.`);
  }
  const { username, password, pathname, searchParams } = new URL(url);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    throw new ConfigError(`${name} has a % that is not part of a code such as %40; write the sign % itself as %25.`);
  }
  if (searchParams.has('options')) {
    throw new ConfigError(`${name} must not carry options=…, because the service sets its own.`);
  }
}

function publicUrl(env: Environment, fallback: string): string {
  const url = env['PUBLIC_URL'] ?? fallback;
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) {
    throw new ConfigError('PUBLIC_URL is not an address of the form https://giaoban.example.vn.');
  }
  if (new URL(url).pathname !== '/') throw new ConfigError('PUBLIC_URL must not have a path; give a host of its own.');
  if (new URL(url).protocol === 'http:' && !isLoopback(url)) {
    throw new ConfigError(
      'PUBLIC_URL must begin with https://, because people sign in over it; plain http:// is only for this machine itself (localhost).',
    );
  }
  return new URL(url).origin;
}

function integer(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[], fallback: T): T {
  const text = env[name];
  if (text === undefined) return fallback;
  const found = allowed.find((item) => item === text);
  if (found === undefined) throw new ConfigError(`${name} must be one of: ${allowed.join(', ')}.`);
  return found;
}
