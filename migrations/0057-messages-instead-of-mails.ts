import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the committee allows it, people may get a message in place of its mail. */
export class MessagesInsteadOfMails0057 implements MigrationInterface {
  name = 'MessagesInsteadOfMails1700000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webhooks
        -- Of these kinds people may choose to get the message alone.
        add column instead text[] not null default '{}',
        add constraint webhooks_instead_ck check (instead <@ kinds);
      alter table message_choices
        -- Of these kinds the person wants no mail.
        add column instead text[] not null default '{}',
        add constraint message_choices_instead_ck check (instead <@ kinds);
      alter table mails drop constraint mails_state_ck,
        -- Replaced: a message says the same, and the mail is sent only if the gateway does not take it.
        add constraint mails_state_ck check (state in ('queued', 'sent', 'failed', 'replaced'));`);
  }

  /** The release before sends a mail for each message; what was told by a message alone is not told again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update mails set state = 'sent', sent_at = coalesce(sent_at, made_at) where state = 'replaced';
      alter table mails drop constraint mails_state_ck,
        add constraint mails_state_ck check (state in ('queued', 'sent', 'failed'));
      alter table message_choices drop constraint message_choices_instead_ck, drop column instead;
      alter table webhooks drop constraint webhooks_instead_ck, drop column instead;`);
  }
}
