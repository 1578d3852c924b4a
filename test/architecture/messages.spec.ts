import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from '../../src/app/texts.ts';
import { Redirect } from '../../src/platform/http/page.ts';
import { translate } from '../../src/platform/i18n/messages.ts';
import { projectRoot } from '../../src/platform/project-root.ts';

/** Everything that may refer to a message: code without catalogues and specs, and templates. */
const sources = ['src', 'templates']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(tsx?|hbs)$/.test(file) && !/messages\.ts$|\.spec\.ts$/.test(file))
  .map((file) => readFileSync(join(projectRoot, file), 'utf8'))
  .join('\n');

describe('messages', () => {
  it('are each used somewhere', () => {
    const prefixes = [
      ...[...sources.matchAll(/\b(?:tOf |of=)"([^"]+)"/g)].map((match) => `${match[1]}.`),
      ...[...sources.matchAll(/`([a-z_]+(?:\.[a-z_]+)*[._])\$\{/g)].map((match) => match[1] ?? ''),
    ];
    const quoted = new Set([...sources.matchAll(/(?=(['"])([\w.-]+)\1)/g)].map((match) => match[2]));
    const isUsed = (key: string) => quoted.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(Object.keys(catalogues.vi).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('do not compile with a wrong key, or with a fact missing, surplus or of another type', () => {
    const { vi } = catalogues;
    const wrong = [
      // @ts-expect-error -- no such key
      () => translate(vi, 'month.titel'),
      // @ts-expect-error -- the month is missing
      () => translate(vi, 'month.title'),
      // @ts-expect-error -- one fact too many
      () => translate(vi, 'month.title', { month: '12/2020', day: 3 }),
      // @ts-expect-error -- a plain sentence has no facts
      () => translate(vi, 'month.plan', { month: '12/2020' }),
      // @ts-expect-error -- the count is missing
      () => new Redirect('/', { kind: 'done', key: 'month.calendar_made' }),
      // @ts-expect-error -- a count is a number
      () => new Redirect('/', { kind: 'done', key: 'month.calendar_made', params: { count: '3' } }),
    ];
    expect(wrong).toHaveLength(6);
    expect(translate(vi, 'month.title', { month: '12/2020' })).toBe('Tháng 12/2020');
  });
});
