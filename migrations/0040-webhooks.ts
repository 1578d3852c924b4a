import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Messages that go to a gateway of the committee, beside the mails. */
export class Webhooks0040 implements MigrationInterface {
  name = 'Webhooks1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WEBHOOKS);
    await runner.query(CHOICES);
    await runner.query(MESSAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('webhook_messages', 'message_choices', 'webhooks'));
  }
}

const WEBHOOKS = tenantTable(
  'webhooks',
  `
    url text not null,
    -- Not hashed: every message is signed with it, and whoever sets up the gateway must see it again.
    secret text not null,
    is_paused boolean not null,
    -- Which kinds of messages people may choose.
    kinds text[] not null,
    revision integer not null,
    changed_at timestamptz not null,
    changed_by uuid,
    constraint webhooks_pk primary key (committee_id)`,
  { writes: 'select, insert, update' },
);

const CHOICES = tenantTable(
  'message_choices',
  `
    account_id uuid not null,
    -- As the gateway knows the person: a telephone number, or a name in a chat.
    address text not null,
    kinds text[] not null,
    revision integer not null,
    constraint message_choices_pk primary key (committee_id, account_id)`,
  { writes: 'select, insert, update' },
);

const MESSAGES = `${tenantTable(
  'webhook_messages',
  `
    id uuid not null,
    -- Of the mail that says the same.
    key text not null,
    kind text not null,
    to_name text not null,
    address text not null,
    -- Fixed when it is posted: what is sent again is the same.
    body text not null,
    -- Key of the message that must be sent before it.
    thread text,
    state text not null constraint webhook_messages_state_ck check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    -- What the gateway answered last.
    answer text,
    made_at timestamptz not null,
    tried_at timestamptz,
    next_at timestamptz,
    constraint webhook_messages_pk primary key (committee_id, id),
    constraint webhook_messages_key_key unique (committee_id, key)`,
)}
  create index webhook_messages_open_ix on webhook_messages (committee_id, made_at) where state <> 'sent';
`;
