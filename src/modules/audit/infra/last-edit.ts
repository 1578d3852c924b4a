import { Injectable } from '@nestjs/common';
import { DomainError, type ErrorParams, isDomainError } from '../../../kernel/domain-error.ts';
import type {} from '../../../kernel/edit.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { AuditEvent } from '../application/audit-event.ts';

type Edit = ErrorParams['edit.stale'];

/** Who changed a thing last, and when, as the trail has it. */
@Injectable()
export class LastEdit {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /**
   * Runs a step of an edit; where somebody was quicker, the error says who and when. Things of which not every change
   * is in the trail must not come here, because the trail would name the wrong one.
   */
  async named<T>(subject: AuditEvent['subject'], step: () => T | Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (!isDomainError(error, 'edit.stale')) throw error;
      throw new DomainError('edit.stale', (await this.find(subject)) ?? error.params);
    }
  }

  /** Whether this is the last that happened to a thing, which may be gone since. */
  async isLast({ kind, id }: AuditEvent['subject'], action: string): Promise<boolean> {
    const [row] = await this.work.query<{ action: string }>(
      `select action from audit_entries
       where committee_id = current_committee() and subject_kind = $1 and subject_id = $2
       order by seq desc limit 1`,
      [kind, id],
    );
    return row?.action === action;
  }

  /** What the trail has noted of the last that happened to a thing; null where that is no longer kept. */
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
