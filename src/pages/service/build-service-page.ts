import type { MailDelivery } from '../../modules/notifications/index.ts';
import type { DatabaseFacts } from '../../platform/database/database-facts-read-model.ts';
import type { DiskSpace } from '../../platform/disk-space.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ServiceLine, ServicePage } from './service.view.ts';

export interface ServiceFacts {
  readonly now: Date;
  readonly publicUrl: string;
  readonly zone: string;
  readonly delivery: MailDelivery;
  /** When the mail server last took a mail; null where it never did. */
  readonly lastSent: Date | null;
  readonly jobs: { readonly waiting: number; readonly dead: number; readonly since: Date | null };
  readonly database: DatabaseFacts;
  /** Of the data folder; null where the system does not say. */
  readonly disk: DiskSpace | null;
  /** Whether the database lies in the data folder, and not on a server of its own. */
  readonly isEmbedded: boolean;
  /** Years in sight whose list of days off has not been entered. */
  readonly yearsMissing: readonly number[];
  readonly schedules: ServicePage['schedules'];
  readonly versions: { readonly service: string; readonly node: string };
}

const MINUTE_MS = 60_000;
/** Jobs start within seconds; one that waits longer than this has no process to run it. */
const LONG_WAIT_MINUTES = 5;
const GIGABYTE = 2 ** 30;
/** Below this a month’s calendars, forms and mails may no longer find room. */
const LEAST_FREE = 2 * GIGABYTE;

export function buildServicePage(facts: ServiceFacts): ServicePage {
  const { database, versions, schedules, now } = facts;
  return {
    at: now,
    lines: [
      address(facts),
      mail(facts.delivery),
      ...lastMail(facts),
      stuck(facts.delivery),
      jobs(facts),
      schema(database),
      holidays(facts.yearsMissing),
      // The service makes no backups, so it cannot know of any.
      line('backup', 'note', { key: 'service.backup' }, { key: 'service.backup_todo' }),
      line('storage', 'done', { key: 'service.storage', params: { megabytes: Math.ceil(database.bytes / 2 ** 20) } }),
      disk(facts),
    ],
    schedules,
    versions: [
      { key: 'service', value: versions.service },
      { key: 'node', value: versions.node },
      { key: 'postgres', value: database.version },
    ],
  };
}

function line(
  key: ServiceLine['key'],
  kind: ServiceLine['kind'],
  sentence: Sentence,
  todo: Sentence | null = null,
  href: string | null = null,
): ServiceLine {
  return { key, kind, sentence, todo, href };
}

function address({ publicUrl: url, zone }: ServiceFacts): ServiceLine {
  const sentence = { key: 'service.address', params: { url, zone } } as const;
  return url.startsWith('https:')
    ? line('address', 'done', sentence)
    : line('address', 'note', sentence, { key: 'service.address_todo' });
}

function mail({ leavesHouse, hold, total, sent, waiting }: MailDelivery): ServiceLine {
  if (!leavesHouse)
    return line('mail', 'warning', { key: 'service.no_mail_server' }, { key: 'service.no_mail_server_todo' });
  if (hold) return line('mail', 'warning', { key: 'service.mail_held' }, { key: 'service.mail_held_todo' }, '/mails');
  return line('mail', 'done', { key: 'service.mail', params: { total, sent, waiting } });
}

/** Without a mail server it is said already that no mail leaves. */
function lastMail({ delivery, lastSent, zone }: ServiceFacts): ServiceLine[] {
  if (!delivery.leavesHouse) return [];
  return [
    lastSent === null
      ? line('last_mail', 'note', { key: 'service.no_mail_yet' }, { key: 'service.no_mail_yet_todo' })
      : line('last_mail', 'done', { key: 'service.last_mail', params: { at: lastSent, zone } }),
  ];
}

function disk({ disk: space, isEmbedded }: ServiceFacts): ServiceLine {
  if (space === null)
    return line('disk', 'note', { key: 'service.disk_unknown' }, { key: 'service.disk_unknown_todo' });
  const sentence = {
    key: isEmbedded ? 'service.disk' : 'service.disk_beside',
    params: { free: space.free / GIGABYTE, total: space.total / GIGABYTE, least: LEAST_FREE / GIGABYTE },
  } as const;
  return space.free < LEAST_FREE
    ? line('disk', 'warning', sentence, { key: 'service.disk_todo' })
    : line('disk', 'done', sentence);
}

function stuck({ failed }: MailDelivery): ServiceLine {
  return failed === 0
    ? line('stuck', 'done', { key: 'service.no_stuck' })
    : line(
        'stuck',
        'warning',
        { key: 'service.stuck', params: { count: failed } },
        { key: 'service.stuck_todo' },
        '/mails',
      );
}

function jobs({ jobs: { waiting, dead, since }, now }: ServiceFacts): ServiceLine {
  const minutes = since === null ? 0 : Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE_MS));
  const sentence = { key: 'service.jobs', params: { waiting, dead, minutes } } as const;
  if (waiting > 0 && minutes >= LONG_WAIT_MINUTES)
    return line('jobs', 'warning', sentence, { key: 'service.jobs_late_todo' });
  return dead > 0
    ? line('jobs', 'warning', sentence, { key: 'service.jobs_dead_todo' })
    : line('jobs', 'done', sentence);
}

function schema({ pending }: DatabaseFacts): ServiceLine {
  if (pending === 0) return line('schema', 'done', { key: 'service.schema' });
  return pending > 0
    ? line(
        'schema',
        'warning',
        { key: 'service.schema_behind', params: { count: pending } },
        { key: 'service.schema_behind_todo' },
      )
    : line('schema', 'note', { key: 'service.schema_ahead' }, { key: 'service.schema_ahead_todo' });
}

function holidays(years: readonly number[]): ServiceLine {
  const [first] = years;
  return first === undefined
    ? line('holidays', 'done', { key: 'service.holidays' })
    : line(
        'holidays',
        'warning',
        { key: 'service.holidays_missing', params: { years: years.join(', ') } },
        { key: 'service.holidays_todo' },
        `/imports`,
      );
}
