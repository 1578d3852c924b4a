import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';

/** How long one mail may test whether the server accepts mails again, while all others wait. */
const TRIAL_MS = 2 * 60_000;

/** While the mail server refuses every mail, the committee's mails wait, and one of them is tried from time to time. */
@Injectable()
export class MailHolds {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes transactions that judge refusals wait for each other. */
  async lock(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('mail_holds'), hashtext(current_committee()::text))`);
  }

  /** How long a mail has to wait; null without a hold, or where this mail is the one to try. */
  async pass(now: Date): Promise<Date | null> {
    const [hold] = await this.work.query<{ until: Date }>(`select held_until as until from mail_holds for update`);
    if (!hold) return null;
    if (hold.until > now) return hold.until;
    await this.work.query(`update mail_holds set held_until = $1`, [new Date(now.getTime() + TRIAL_MS)]);
    return null;
  }

  /** @returns the number of refusals in the current hold, 1 for the first */
  async countRefusal(): Promise<number> {
    const [row] = await this.work.query<{ refusals: number }>(`select refusals from mail_holds`);
    return (row?.refusals ?? 0) + 1;
  }

  async store(now: Date, until: Date, error: string): Promise<void> {
    await this.work.query(
      `insert into mail_holds (committee_id, since, held_until, refusals, last_error)
       values (current_committee(), $1, $2, 1, $3)
       on conflict (committee_id) do update set held_until = excluded.held_until, refusals = mail_holds.refusals + 1,
         last_error = excluded.last_error`,
      [now, until, error],
    );
  }

  /** Lets the next mail be tried at once. */
  async shorten(now: Date): Promise<void> {
    await this.work.query(`update mail_holds set held_until = least(held_until, $1)`, [now]);
  }

  /** @returns whether there was one */
  async end(): Promise<boolean> {
    const rows = await this.work.query(`with ended as (delete from mail_holds returning 1) select * from ended`);
    return rows.length > 0;
  }
}
