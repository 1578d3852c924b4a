import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailContact } from '../application/mail-models.ts';

/** Whom the readers of a mail may ask. */
@Injectable()
export class MailContactReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Whoever acts now; null where the service does so by itself. */
  async acting(): Promise<MailContact | null> {
    const [contact] = await this.work.query<MailContact>(
      `select name, email as address from account_addresses where id = $1`,
      [this.work.actor.accountId],
    );
    return contact ?? null;
  }
}
