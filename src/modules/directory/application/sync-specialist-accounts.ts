import { Injectable } from '@nestjs/common';
import { GrantRole } from '../../identity/index.ts';
import { isActive, type RowChange } from '../domain/changes/compare-rows.ts';
import { idOf, type Row, textOf } from '../domain/changes/import-tables.ts';
import type { ImportId } from '../domain/import-record.ts';
import type { AccessChange } from './ports.ts';
import { SpecialistAccesses } from '../infra/repositories/specialist-accesses.ts';

/** Keeps the specialists' accounts in line with the directory: specialists in use may sign in, others may not. */
@Injectable()
export class SyncSpecialistAccounts {
  constructor(
    private readonly accesses: SpecialistAccesses,
    private readonly grant: GrantRole,
  ) {}

  /** Takes part in the import's transaction. */
  async follow(importId: ImportId, changes: readonly RowChange[]): Promise<void> {
    const moved = changes.filter(
      (change) => change.table === 'specialists' && addressOf(change.before) !== addressOf(change.after),
    );
    if (moved.length === 0) return;
    const held = new Map((await this.accesses.list()).map((access) => [access.email, access]));
    const done: AccessChange[] = [];
    for (const { before } of moved) {
      const access = before && held.get(addressOf(before) ?? '');
      if (!access || access.specialistId !== before['id']) continue;
      await this.grant.revoke(access.accountId, 'specialist');
      held.delete(access.email);
      done.push({ ...access, name: textOf(before, 'name'), before: access.specialistId, after: null });
    }
    for (const { after } of moved) {
      const email = addressOf(after);
      if (!after || email === null) continue;
      const specialistId = idOf<'Specialist'>(after);
      const name = textOf(after, 'name');
      const account = await this.grant.execute({ email, name, role: 'specialist', specialistId });
      done.push({
        accountId: account.id,
        email,
        name,
        before: held.get(email)?.specialistId ?? null,
        after: specialistId,
      });
    }
    await this.accesses.note(importId, done);
  }

  async undo(importId: ImportId): Promise<void> {
    for (const { accountId, email, name, before } of (await this.accesses.noted(importId)).reverse()) {
      if (before === null) await this.grant.revoke(accountId, 'specialist');
      else await this.grant.execute({ email, name, role: 'specialist', specialistId: before });
    }
  }
}

/** The mail address of a specialist; null for nobody, for a specialist out of use, and for one without an address. */
function addressOf(row: Row | null): string | null {
  return row && isActive(row) ? textOf(row, 'email') || null : null;
}
