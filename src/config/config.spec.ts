import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, isOnlyLocal, readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing at all', () => {
    expect(readConfig({})).toMatchObject({ databaseUrl: null, smtpUrl: null, publicUrl: 'http://localhost:3000' });
  });

  it('refuses a plain public address, save on this machine', () => {
    expect(() => readConfig({ PUBLIC_URL: 'http://giaoban.example.vn' })).toThrow(/must begin with https/);
    expect(readConfig({ PUBLIC_URL: 'http://127.0.0.1:8080/' }).publicUrl).toBe('http://127.0.0.1:8080');
    expect(() => readConfig({ PUBLIC_URL: 'http://127.0.0.1.evil.example' })).toThrow(ConfigError);
  });

  it.each([
    [{}, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ PUBLIC_URL: 'https://giaoban.example.vn' }, false],
  ])('knows whether others can reach the service: %j', (environment, isLocal) => {
    expect(isOnlyLocal(readConfig(environment))).toBe(isLocal);
  });

  it('reads a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'url');
    writeFileSync(file, 'postgres://a:b@db/giaoban\n');
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://a:b@db/giaoban');
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db'],
    ['DATABASE_URL', 'postgres://giaoban:hunter2%@db/giaoban'],
    ['DATABASE_URL', 'postgres://giaoban:hunter2@db/giaoban?options=-c%20role%3Dpostgres'],
    ['DATABASE_URL', 'postgres://giaoban:hunter2/or@db/giaoban'],
    ['SMTP_URL', 'hunter2'],
    ['PORT', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['PUBLIC_URL', 'hunter2'],
  ])('names %s when it cannot be used, and never its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(/hunter2/);
  });
});
