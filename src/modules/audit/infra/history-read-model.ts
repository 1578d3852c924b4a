import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { AuditEvent } from '../application/audit-event.ts';

/** One entry of the trail, for those who ask how a thing came to be as it is. */
export interface TrailEntry {
  readonly at: Date;
  /** Null where the service itself did it, or an account that is gone. */
  readonly by: string | null;
  /** For whom they acted, where not for themselves. */
  readonly onBehalfOf: string | null;
  readonly action: string;
  /** Null where they were erased. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** What the trail knows of a thing. */
@Injectable()
export class HistoryReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The latest first. */
  list({ kind, id }: AuditEvent['subject'], most: number): Promise<readonly TrailEntry[]> {
    return this.work.run(() =>
      this.work.query<TrailEntry>(
        `select e.at, a.name as by, o.name as "onBehalfOf", e.action, d.details
         from audit_entries e left join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
         left join account_names a on a.id = e.actor_id
         left join account_names o on o.id::text = d.details ->> 'onBehalfOf'
         where e.committee_id = current_committee() and e.subject_kind = $1 and e.subject_id = $2
         order by e.seq desc limit $3`,
        [kind, id, most],
      ),
    );
  }

  /** For whom something was done with these things, where it was done for somebody; by their ids. */
  async principals(
    kind: AuditEvent['subject']['kind'],
    ids: readonly string[],
    action: string,
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.work.run(() =>
      this.work.query<{ id: string; name: string }>(
        `select e.subject_id as id, o.name from audit_entries e
         join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
         join account_names o on o.id::text = d.details ->> 'onBehalfOf'
         where e.committee_id = current_committee() and e.subject_kind = $1 and e.subject_id = any($2) and e.action = $3
         order by e.seq`,
        [kind, ids, action],
      ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
