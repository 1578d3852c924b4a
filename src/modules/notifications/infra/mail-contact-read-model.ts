import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MailContact } from '../application/mail-models.ts';

/** Reads whom the readers of a mail may contact. */
@Injectable()
export class MailContactReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The acting person; null where the service acts by itself. */
  async acting(): Promise<MailContact | null> {
    const [contact] = await this.work.query<MailContact>(
      `select name, email as address from account_addresses where id = $1`,
      [this.work.actor.accountId],
    );
    return contact ?? null;
  }
}
