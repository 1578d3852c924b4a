import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** What other mail servers report of mails that ours had taken. */
export class MailsThatCameBack0038 implements MigrationInterface {
  name = 'MailsThatCameBack1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BOUNCES);
    await runner.query(ADDRESSES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view undeliverable_addresses;
      drop index mails_address_ix;
      drop function mails_of_message_ids(text[]);
      drop index mails_message_id_ix;
      ${dropTables('mail_bounces')}`);
  }
}

const BOUNCES = `${tenantTable(
  'mail_bounces',
  `
    id uuid not null,
    mail_id uuid not null,
    -- Of the report itself: the same one is kept once.
    report_key text not null,
    kind text not null constraint mail_bounces_kind_ck check (kind in ('returned', 'given_up', 'delayed', 'delivered')),
    -- The code by RFC 3463, such as 5.1.1.
    status text not null,
    reply text not null constraint mail_bounces_reply_ck check (length(reply) <= 300),
    -- Where the mail had been sent; a mail that is sent again may have another address by then.
    address text not null,
    reported_at timestamptz not null,
    -- The mail was sent again after this report.
    is_past boolean not null default false,
    constraint mail_bounces_pk primary key (committee_id, id),
    constraint mail_bounces_report_key unique (committee_id, mail_id, report_key),
    constraint mail_bounces_mail_fk foreign key (committee_id, mail_id) references mails (committee_id, id)`,
  { writes: 'select, insert, update' },
)}
  create index mail_bounces_address_ix on mail_bounces (committee_id, address);
  create index mails_message_id_ix on mails (message_id);
  -- Whoever reports that a mail came back knows its Message-ID only, not its committee.
  create function mails_of_message_ids(message_ids text[]) returns table (committee_id uuid, mail_id uuid)
    stable language sql security definer set search_path = public as $$
      select m.committee_id, m.id from mails m where m.message_id = any(message_ids) order by m.made_at desc, m.id $$;
  revoke all on function mails_of_message_ids(text[]) from public;
  grant execute on function mails_of_message_ids(text[]) to giaoban_app;
`;

const ADDRESSES = `
  create index mails_address_ix on mails (committee_id, lower(to_address));
  -- Addresses at which no mail arrives, each with the last that is known of it. A refusal is over once our server took
  -- a later mail to the address; that a mail came back is over once a later one is reported as delivered.
  create view undeliverable_addresses with (security_invoker = true) as
    select distinct on (t.committee_id, t.address)
      t.committee_id, t.address, t.kind, t.mail_id, t.account_id, t.status, t.reply, t.at
    from (
      select b.committee_id, b.address, 'returned' as kind, b.mail_id, m.account_id, b.status, b.reply, b.reported_at as at
      from mail_bounces b join mails m on m.committee_id = b.committee_id and m.id = b.mail_id
      where b.kind = 'returned' and not exists (
        select from mail_bounces d where d.committee_id = b.committee_id and d.address = b.address
          and d.kind = 'delivered' and d.id > b.id)
      union all
      select m.committee_id, lower(m.to_address), 'refused', m.id, m.account_id, '', coalesce(m.last_error, ''),
        coalesce(m.tried_at, m.made_at)
      from mails m where m.state = 'failed' and m.fault = 'recipient' and not exists (
        select from mails l where l.committee_id = m.committee_id and lower(l.to_address) = lower(m.to_address)
          and l.state = 'sent' and l.tried_at > coalesce(m.tried_at, m.made_at))) t
    order by t.committee_id, t.address, t.at desc, t.mail_id;
  grant select on undeliverable_addresses to giaoban_app;
`;
