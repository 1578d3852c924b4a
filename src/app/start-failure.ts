import { ConfigError } from '../config/config.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { type DatabaseFault, DatabaseUnusable } from '../platform/database/database-unusable.ts';
import { errorSentence } from '../platform/i18n/errors.ts';

/** Why the service cannot start and what to do about it, in one sentence; null for an error of the program itself. */
export async function startFailure(error: unknown): Promise<string | null> {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DatabaseUnusable) return DATABASE[error.fault];
  if (!(error instanceof DomainError)) return null;
  const { errorTexts } = await import('./texts.ts');
  return errorSentence(errorTexts, error.code, error.params, 'en');
}

/**
 * None of them shows any part of the address, because a password with an unescaped character may end up in any part.
 */
const DATABASE: Readonly<Record<DatabaseFault, string>> = {
  no_server:
    'No server answers at DATABASE_URL. Check its host and port and that PostgreSQL is running, or unset DATABASE_URL to use the embedded one.',
  no_host:
    'The host of DATABASE_URL is not known to this machine. Correct its name, see that a name server answers, or unset DATABASE_URL to use the embedded PostgreSQL.',
  not_postgres:
    'What answers at DATABASE_URL is not PostgreSQL, or it hangs up at once. Check the host and the port, which is 5432 as a rule.',
  no_answer:
    'Nothing answers at DATABASE_URL in time. Check its host and port, and whether a firewall stands in between.',
  starting: 'PostgreSQL has been starting up or shutting down for a minute. Look into its log, then start again.',
  no_password: 'PostgreSQL asks for a password and DATABASE_URL has none. Write it as postgres://user:password@host.',
  login_refused:
    'PostgreSQL refuses the user or the password of DATABASE_URL. Correct them (signs such as @ : / ? # % in a password are written as %40 %3A %2F %3F %23 %25), then start again.',
  no_database:
    'The database that DATABASE_URL names does not exist. Create it (createdb), or correct the name after the last slash.',
  no_rights:
    'The user of DATABASE_URL may not create tables or roles. Let it own the database and give it CREATEROLE, then start again.',
  no_membership:
    'The role giaoban_app of this server was made by somebody else. As a superuser let the user of DATABASE_URL act as it (grant giaoban_app to …), then start again.',
  no_extension:
    'PostgreSQL lacks one of the extensions btree_gist, unaccent and pg_trgm. Install its contrib package (postgresql-contrib), then start again.',
  too_many_connections:
    'PostgreSQL has no connection left. End other programs that use it, or raise its max_connections to leave 20 for each process of the service.',
  tls_unknown:
    'PostgreSQL does not speak TLS, which DATABASE_URL asks for. Turn TLS on there, or write sslmode=disable if the network in between is trusted.',
  tls_untrusted:
    'The certificate of PostgreSQL is not trusted. Name the authority that signed it (NODE_EXTRA_CA_CERTS=/path/ca.pem, or sslrootcert= in DATABASE_URL).',
  tls_needed: 'PostgreSQL lets nobody in without TLS. Add ?sslmode=verify-full to DATABASE_URL.',
  pooler:
    'DATABASE_URL leads to a connection pooler, which cannot carry roles and locks. Give the address of PostgreSQL itself.',
  read_only: 'The server of DATABASE_URL is a replica that only reads. Give the address of the primary server.',
  too_old: 'The server of DATABASE_URL is older than PostgreSQL 15. Upgrade it, or use another one.',
  not_utf8:
    'The database of DATABASE_URL does not keep its texts as UTF-8. Create it anew (createdb --encoding=UTF8 --template=template0).',
  disk_full: 'The disk of PostgreSQL is full. Free some space there, then start again; what was stored is safe.',
};
