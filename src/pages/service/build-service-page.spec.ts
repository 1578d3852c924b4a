import { buildServicePage, type ServiceFacts } from './build-service-page.ts';

const NOW = new Date('2026-11-25T02:00:00Z');
const HEALTHY: ServiceFacts = {
  now: NOW,
  publicUrl: 'https://giaoban.example.vn',
  zone: 'Asia/Ho_Chi_Minh',
  delivery: {
    leavesHouse: true,
    total: 9,
    sent: 9,
    waiting: 0,
    failed: 0,
    replaced: 0,
    cameBack: 0,
    again: 0,
    hold: null,
    troubles: [],
  },
  lastSent: NOW,
  disk: { free: 30 * 2 ** 30, total: 60 * 2 ** 30 },
  isEmbedded: true,
  jobs: { waiting: 0, dead: 0, since: null },
  database: { version: '17.5', bytes: 3_000_000, pending: 0 },
  yearsMissing: [],
  schedules: [],
  versions: { service: '0.1.0', node: 'v20' },
};
const kinds = (over: Partial<ServiceFacts>) =>
  Object.fromEntries(buildServicePage({ ...HEALTHY, ...over }).lines.map(({ key, kind }) => [key, kind]));
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe('what the service needs', () => {
  it('is nothing where all is well, but a backup that nobody here can know of', () => {
    const lines = buildServicePage(HEALTHY).lines.filter(({ kind }) => kind !== 'done');
    expect(lines.map(({ key }) => key)).toEqual(['backup']);
  });

  it.each([
    ['plain http', { publicUrl: 'http://localhost:3000' }, 'address', 'note'],
    ['no mail server', { delivery: { ...HEALTHY.delivery, leavesHouse: false } }, 'mail', 'warning'],
    [
      'a server that refuses all',
      { delivery: { ...HEALTHY.delivery, hold: { since: NOW, until: NOW, lastError: '' } } },
      'mail',
      'warning',
    ],
    ['no mail yet', { lastSent: null }, 'last_mail', 'note'],
    ['a disk that is nearly full', { disk: { free: 2 ** 30, total: 2 ** 36 } }, 'disk', 'warning'],
    ['a disk that nobody knows of', { disk: null }, 'disk', 'note'],
    ['a mail that failed', { delivery: { ...HEALTHY.delivery, failed: 1 } }, 'stuck', 'warning'],
    ['a job that waits for long', { jobs: { waiting: 1, dead: 0, since: ago(5) } }, 'jobs', 'warning'],
    ['a job that has just come', { jobs: { waiting: 1, dead: 0, since: ago(4) } }, 'jobs', 'done'],
    ['a job that was given up', { jobs: { waiting: 0, dead: 1, since: null } }, 'jobs', 'warning'],
    ['a schema behind', { database: { ...HEALTHY.database, pending: 2 } }, 'schema', 'warning'],
    ['a schema ahead', { database: { ...HEALTHY.database, pending: -1 } }, 'schema', 'note'],
    ['a list of days off', { yearsMissing: [2027] }, 'holidays', 'warning'],
  ] as readonly (readonly [string, Partial<ServiceFacts>, string, string])[])('%s', (_name, over, key, kind) => {
    expect(kinds(over)[key]).toBe(kind);
  });
});
