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

  /**
   * For whom something was done with these things, where a deputy did it; by their ids. Of several such entries the
   * latest counts. `actions`: the ways in which the trail tells of it.
   */
  async principals(
    kind: AuditEvent['subject']['kind'],
    ids: readonly string[],
    ...actions: readonly string[]
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.work.run(() =>
      this.work.query<{ id: string; name: string | null }>(
        `select distinct on (e.subject_id) e.subject_id as id, o.name from audit_entries e
         left join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
         left join account_names o on o.id::text = d.details ->> 'onBehalfOf'
         where e.committee_id = current_committee() and e.subject_kind = $1 and e.subject_id = any($2) and e.action = any($3)
         order by e.subject_id, e.seq desc`,
        [kind, ids, actions],
      ),
    );
    return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  }
}
