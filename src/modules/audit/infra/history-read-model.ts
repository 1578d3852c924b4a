import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { AuditEvent } from '../application/audit-event.ts';

/** One entry of the trail, as shown in the history of a thing. */
export interface TrailEntry {
  readonly at: Date;
  /** Null for the service itself, or for an account that no longer exists. */
  readonly by: string | null;
  /** On whose behalf; null for their own. */
  readonly onBehalfOf: string | null;
  readonly action: string;
  /** Null where they were erased. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** Reads what the trail contains about a thing. */
@Injectable()
export class HistoryReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Latest first. */
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

  /** On whose behalf things were changed, by id; things changed on nobody's behalf are missing. */
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
