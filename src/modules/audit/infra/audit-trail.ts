import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Clock } from '../../../kernel/clock.ts';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { AuditEvent, ChainReport } from '../application/audit-event.ts';
import { type AuditEntry, type AuditHead, checkLink, detailsDigest, EMPTY_CHAIN, link } from '../domain/chain.ts';

interface EntryRow {
  seq: number;
  at: Date;
  actorId: AccountId | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  detailsDigest: string;
  previousHash: string;
  hash: string;
  salt: string | null;
  details: object | null;
}

const PAGE = 1000;

/** Records who did what and when, in the transaction that does it. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes part in the ambient transaction; the link is appended when it commits. */
  record(event: AuditEvent): void {
    this.pending.events.push(event);
    this.work.beforeCommit(this, async () => {
      await this.append();
    });
  }

  /** The head of the chain as it will be once the ambient transaction has committed what was recorded so far. */
  async head(): Promise<AuditHead> {
    return this.append();
  }

  /** What this transaction has recorded and not appended yet, and the head that it follows, once known. */
  private get pending(): { readonly events: AuditEvent[]; head: AuditHead | null } {
    return this.work.local(this, () => ({ events: [], head: null }));
  }

  /**
   * Appends what was recorded. From then until the end of this transaction no other one can append to the committee's
   * chain.
   */
  private async append(): Promise<AuditHead> {
    const { committeeId, accountId, onBehalfOf } = this.work.actor;
    const { pending } = this;
    let head = pending.head ?? (await this.lockHead());
    const at = this.clock.real();
    for (const { action, subject, details: given = {} } of pending.events.splice(0)) {
      const details = onBehalfOf === undefined ? given : { ...given, onBehalfOf };
      const salt = randomBytes(16).toString('hex');
      const entry = link(head, {
        committeeId,
        at: at.toISOString(),
        actorId: accountId,
        action,
        subjectKind: subject.kind,
        subjectId: subject.id,
        detailsDigest: detailsDigest(salt, details),
      });
      await this.insert(entry, salt, details);
      head = { seq: entry.seq, hash: entry.hash };
    }
    pending.head = head;
    return head;
  }

  private async lockHead(): Promise<AuditHead> {
    const [last] = await this.work.query<AuditHead>(`select seq, hash from locked_audit_head()`);
    return last ?? EMPTY_CHAIN;
  }

  private async insert(entry: AuditEntry, salt: string, details: object): Promise<void> {
    await this.work.query(
      `with entry as (
         insert into audit_entries (committee_id, seq, at, actor_id, action, subject_kind, subject_id, details_digest, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning committee_id, seq)
       insert into audit_details (committee_id, seq, salt, details) select committee_id, seq, $11, $12 from entry`,
      [
        entry.committeeId,
        entry.seq,
        entry.at,
        entry.actorId,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        entry.detailsDigest,
        entry.previousHash,
        entry.hash,
        salt,
        JSON.stringify(details),
      ],
    );
  }

  /** Verifies the whole chain of the acting committee. */
  async verify(): Promise<ChainReport> {
    const { committeeId } = this.work.actor;
    let head = EMPTY_CHAIN;
    for (;;) {
      const rows = await this.work.run(() => this.page(head.seq));
      for (const row of rows) {
        const kept = row.salt !== null && row.details !== null ? { salt: row.salt, details: row.details } : null;
        const fault = checkLink(head, entryOf(committeeId, row), kept);
        if (fault)
          return { committeeId, entries: head.seq, head: head.hash, fault: { seq: head.seq + 1, kind: fault } };
        head = { seq: row.seq, hash: row.hash };
      }
      if (rows.length < PAGE) return { committeeId, entries: head.seq, head: head.hash, fault: null };
    }
  }

  private page(after: number): Promise<EntryRow[]> {
    return this.work.query<EntryRow>(
      `select e.seq, e.at, e.actor_id as "actorId", e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
         e.details_digest as "detailsDigest", e.previous_hash as "previousHash", e.hash, d.salt, d.details
       from audit_entries e left join audit_details d using (committee_id, seq)
       where e.seq > $1 order by e.seq limit ${PAGE}`,
      [after],
    );
  }
}

function entryOf(committeeId: CommitteeId, row: EntryRow): AuditEntry {
  return {
    committeeId,
    seq: row.seq,
    at: row.at.toISOString(),
    actorId: row.actorId,
    action: row.action,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    detailsDigest: row.detailsDigest,
    previousHash: row.previousHash,
    hash: row.hash,
  };
}
