import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.ts';
import { projectRoot } from '../../src/platform/project-root.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile_inline: string };
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy?: { readonly replicas?: number };
  readonly read_only?: boolean;
}

interface Compose {
  readonly services: Readonly<Record<'web' | 'worker' | 'proxy' | 'postgres' | 'mail', Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const text = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8');
/** Fills in `${NAME:-default}` as Compose does where nothing is set. */
const compose = parse(text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1'), { merge: true }) as Compose;
const { web, worker, proxy, postgres, mail } = compose.services;
const dockerfile = web.build?.dockerfile_inline ?? '';

describe('docker-compose.yml', () => {
  it('runs web and worker from one image, the web twice', () => {
    expect([web.image, worker.image]).toEqual(['giaoban', 'giaoban']);
    expect(worker.build).toBeUndefined();
    expect(web.deploy?.replicas).toBe(2);
  });

  it('starts what the build makes, as nobody in particular, on a disk that cannot be written', () => {
    const started = [
      ...dockerfile.matchAll(/dist\/programs\/(\w+)\.js/g),
      ...(worker.command ?? []).join(' ').matchAll(/dist\/programs\/(\w+)\.js/g),
    ];
    expect(started.map(([, file]) => file)).toEqual(['main', 'worker']);
    for (const [, file] of started) expect(existsSync(join(projectRoot, 'src', `${file ?? ''}.ts`))).toBe(true);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect([web.read_only, worker.read_only]).toEqual([true, true]);
  });

  it('copies only what there is, and what its ignore file lets through', () => {
    const ignored = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n');
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(
      ([, words]) => words?.split(' ').slice(0, -1) ?? [],
    );
    expect(copies.length).toBeGreaterThan(6);
    for (const source of copies) {
      expect(existsSync(join(projectRoot, source))).toBe(true);
      expect(ignored).toContain(`!${source}`);
    }
  });

  it('sets only variables that the service reads, to values that it takes', () => {
    const readers = readFileSync(join(projectRoot, 'src/config/config.ts'), 'utf8');
    for (const name of Object.keys({ ...web.environment, ...worker.environment })) {
      expect(readers).toContain(`'${name.replace(/_FILE$/, '')}'`);
    }
    const { DATABASE_URL_FILE: _d, SMTP_URL_FILE: _s, ...plain } = web.environment ?? {};
    expect(readConfig(plain)).toMatchObject({
      publicUrl: 'https://giaoban.localhost',
      host: '0.0.0.0',
      trustedProxies: 1,
      webWorksJobs: false,
    });
  });

  it('keeps secrets in files, and knows each that is asked for', () => {
    const asked = Object.values(compose.services).flatMap(({ secrets }) => secrets ?? []);
    expect(new Set(asked)).toEqual(new Set(Object.keys(compose.secrets)));
    for (const { environment } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment ?? {})) {
        if (/PASSWORD|_URL_FILE|SECRET/.test(name)) expect(value).toMatch(/^\/run\/secrets\//);
        expect(value).not.toMatch(/:\/\/[^/]*:[^/]*@/);
      }
    }
  });

  it('speaks TLS at the proxy, and lets nobody past it', () => {
    expect(web.environment?.['PUBLIC_URL']).toMatch(/^https:/);
    expect(proxy.ports).toContain('443:443');
    const { content } = compose.configs['caddyfile'] ?? { content: '' };
    expect(content).toMatch(/^giaoban\.localhost \{/);
    expect(content).toContain('tls internal');
    expect(content).toContain(`dynamic a web ${web.environment?.['PORT'] ?? ''}`);
    for (const inner of [web, worker, postgres]) expect(inner.ports).toBeUndefined();
    for (const port of mail.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('starts everything anew that ends, and knows what is well', () => {
    for (const { restart } of Object.values(compose.services)) expect(restart).toBe('unless-stopped');
    const health = readFileSync(join(projectRoot, 'src/platform/http/health-controller.ts'), 'utf8');
    const [, path] = /:3000\/(\w+)/.exec(web.healthcheck?.test?.join(' ') ?? '') ?? [];
    expect(health).toContain(`@Get('${path ?? ''}')`);
    expect(postgres.healthcheck?.test).toContain('pg_isready');
  });
});
