import { Injectable } from '@nestjs/common';
import { DomainError, type ErrorParams, isDomainError } from '../../../kernel/domain-error.ts';
import type {} from '../../../kernel/edit.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { AuditEvent } from '../application/audit-event.ts';

type Edit = ErrorParams['edit.stale'];

/** Reads from the trail who changed a thing last, and when. */
@Injectable()
export class LastEdit {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /**
   * Runs a step of an edit; if it fails because somebody else was first, the error is completed with who and when. Only
   * for things all of whose changes are in the trail, because otherwise the wrong person would be named.
   */
  async named<T>(subject: AuditEvent['subject'], step: () => T | Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      throw new DomainError('edit.stale', (await this.find(subject)) ?? error.params);
    }
  }

  /** Whether this action is the last that happened to a thing, which may have been deleted since. */
  async isLast({ kind, id }: AuditEvent['subject'], action: string): Promise<boolean> {
    const [row] = await this.work.query<{ action: string }>(
      `select action from audit_entries
       where committee_id = current_committee() and subject_kind = $1 and subject_id = $2
       order by seq desc limit 1`,
      [kind, id],
    );
    return row?.action === action;
  }

  /** Whose change of a thing was the last; null where nobody's is known. */
  async actorOfLast({ kind, id }: AuditEvent['subject']): Promise<AccountId | null> {
    const [row] = await this.work.query<{ actor: AccountId | null }>(
      `select actor_id as actor from audit_entries
       where committee_id = current_committee() and subject_kind = $1 and subject_id = $2
       order by seq desc limit 1`,
      [kind, id],
    );
    return row?.actor ?? null;
  }

  /** The details that the trail holds of the last change of a thing; null where they have been erased. */
  async detailsOfLast<T extends object>({ kind, id }: AuditEvent['subject']): Promise<T | null> {
    const [row] = await this.work.query<{ details: unknown }>(
      `select d.details
       from audit_entries e left join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
       where e.committee_id = current_committee() and e.subject_kind = $1 and e.subject_id = $2
       order by e.seq desc limit 1`,
      [kind, id],
    );
    return (row?.details ?? null) as T | null;
  }

  private async find({ kind, id }: AuditEvent['subject']): Promise<Edit | null> {
    const [row] = await this.work.query<Edit>(
      `select a.name as by, o.name as "onBehalfOf", to_char(e.at at time zone committee_zone(), 'HH24:MI, DD/MM/YYYY') as at
       from audit_entries e left join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
       left join account_names a on a.id = e.actor_id
       left join account_names o on o.id::text = d.details ->> 'onBehalfOf'
       where e.committee_id = current_committee() and e.subject_kind = $1 and e.subject_id = $2
       order by e.seq desc limit 1`,
      [kind, id],
    );
    return row ?? null;
  }
}
