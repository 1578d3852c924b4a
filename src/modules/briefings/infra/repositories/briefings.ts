import type { AccountId, DocumentId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { type Day, firstDay, type Month, monthOf } from '../../../../kernel/month.ts';
import { lockMonth } from '../../../meetings/index.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { briefingHash } from '../../domain/briefing-content.ts';
import type { BriefingContent } from '../../domain/briefing-model.ts';
import { type BriefingEdits, type BriefingId, contentOf, type MonthBriefing } from '../../domain/month-briefing.ts';
import type {} from '../../errors.ts';

interface BriefingRow {
  id: BriefingId;
  month: Day;
  version: number;
  content: BriefingContent;
  edits: BriefingEdits;
  missingForms: number;
  documentId: DocumentId | null;
  symbol: string | null;
  auditHead: string | null;
  compiledAt: Date;
  compiledBy: AccountId | null;
  frozenAt: Date | null;
  frozenBy: AccountId | null;
  revision: number;
}

const SELECT = `select b.id, b.month, b.version, b.content, b.edits, b.missing_forms as "missingForms", b.document_id as "documentId",
  d.symbol, b.audit_head as "auditHead", b.compiled_at as "compiledAt", b.compiled_by as "compiledBy", b.frozen_at as "frozenAt",
  b.frozen_by as "frozenBy", b.revision
  from briefings b left join issued_documents d on d.id = b.document_id where b.month = $1`;

@Injectable()
export class Briefings {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Makes transactions that change a month's briefing wait for each other. */
  lock(month: Month): Promise<void> {
    return lockMonth(this.work, month);
  }

  /** The latest versions, or all of them, latest first. */
  async list(month: Month, most?: number): Promise<MonthBriefing[]> {
    const rows = await this.work.query<BriefingRow>(`${SELECT} order by b.version desc limit $2`, [
      firstDay(month),
      most ?? null,
    ]);
    return rows.map(briefingOf);
  }

  /** The latest month that has a frozen version. */
  findLastFrozenMonth(): Promise<Month | null> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ month: Day }>(
        `select month from briefings where frozen_at is not null order by month desc limit 1`,
      );
      return row ? monthOf(row.month) : null;
    });
  }

  /** @throws DomainError briefing.not_found */
  async get(month: Month, version: number): Promise<MonthBriefing> {
    const [row] = await this.work.query<BriefingRow>(`${SELECT} and b.version = $2`, [firstDay(month), version]);
    if (!row) throw new DomainError('briefing.not_found', { month });
    return briefingOf(row);
  }

  /** @throws DomainError briefing.not_found */
  getLatest(month: Month): Promise<MonthBriefing> {
    return this.work.run(async () => {
      const latest = await this.findLatest(month);
      if (!latest) throw new DomainError('briefing.not_found', { month });
      return latest;
    });
  }

  async findLatest(month: Month): Promise<MonthBriefing | null> {
    const [latest] = await this.list(month, 1);
    return latest ?? null;
  }

  /** Inserts a version, or replaces the draft with the same id; a frozen version is never replaced. */
  async store(briefing: MonthBriefing): Promise<void> {
    const { id, month, version, content, edits, missingForms, compiledAt, compiledBy, frozen, revision } = briefing;
    const stored = await this.work.query(
      `insert into briefings (committee_id, id, month, version, state, content, edits, content_hash, missing_forms,
         document_id, audit_head, compiled_at, compiled_by, frozen_at, frozen_by, revision)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (committee_id, id) do update set state = excluded.state, content = excluded.content,
         edits = excluded.edits, content_hash = excluded.content_hash, missing_forms = excluded.missing_forms,
         document_id = excluded.document_id, audit_head = excluded.audit_head, compiled_at = excluded.compiled_at,
         compiled_by = excluded.compiled_by, frozen_at = excluded.frozen_at, frozen_by = excluded.frozen_by,
         revision = excluded.revision
       where briefings.state = 'draft' returning id`,
      [
        id,
        firstDay(month),
        version,
        frozen ? 'frozen' : 'draft',
        JSON.stringify(content),
        JSON.stringify(edits),
        briefingHash(contentOf(briefing)),
        missingForms,
        frozen?.documentId ?? null,
        frozen?.auditHead ?? null,
        compiledAt,
        compiledBy,
        frozen?.at ?? null,
        frozen?.by ?? null,
        revision,
      ],
    );
    if (stored.length === 0) throw new Error(`briefing ${id} is frozen, and was to be written over`);
  }

  /** Deletes a draft in favour of the frozen version before it, whose revision then rises above the draft's. */
  async giveUp(draft: MonthBriefing, before: MonthBriefing): Promise<MonthBriefing> {
    const revision = draft.revision + 1;
    await this.work.query(`delete from briefings where id = $1 and state = 'draft'`, [draft.id]);
    await this.work.query(`update briefings set revision = $2 where id = $1`, [before.id, revision]);
    return { ...before, revision };
  }
}

function briefingOf(row: BriefingRow): MonthBriefing {
  const { id, version, content, edits, documentId, symbol, auditHead, frozenAt, frozenBy, revision } = row;
  const isFrozen = frozenAt !== null && documentId !== null && symbol !== null && auditHead !== null;
  return {
    id,
    month: monthOf(row.month),
    version,
    content,
    edits,
    missingForms: row.missingForms,
    compiledAt: row.compiledAt,
    compiledBy: row.compiledBy,
    frozen: isFrozen ? { at: frozenAt, by: frozenBy, documentId, symbol, auditHead } : null,
    revision,
  };
}
