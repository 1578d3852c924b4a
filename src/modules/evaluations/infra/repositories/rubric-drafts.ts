import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import type { AccountId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { RubricDraft, RubricDraftId } from '../../domain/rubric-draft.ts';
import type { Rubric } from '../../domain/rubric.ts';
import type {} from '../../rubric-errors.ts';

interface DraftRow {
  id: RubricDraftId;
  rubric: Rubric;
  basedOn: string | null;
  revision: number;
  madeAt: Date;
  madeBy: AccountId | null;
  savedAt: Date;
}

const COLUMNS = `id, content as rubric, based_on as "basedOn", revision, made_at as "madeAt", made_by as "madeBy",
  saved_at as "savedAt"`;

@Injectable()
export class RubricDrafts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<RubricDraft[]> {
    return this.work.query<DraftRow>(`select ${COLUMNS} from rubric_drafts order by saved_at desc, id`);
  }

  async find(id: RubricDraftId): Promise<RubricDraft | null> {
    const [row] = await this.work.query<DraftRow>(`select ${COLUMNS} from rubric_drafts where id = $1`, [id]);
    return row ?? null;
  }

  /** @throws DomainError rubric.no_draft */
  async get(id: RubricDraftId): Promise<RubricDraft> {
    const draft = await this.find(id);
    if (!draft) throw new DomainError('rubric.no_draft', { draftId: id });
    return draft;
  }

  /** Other edits of the draft wait until the transaction ends. */
  async findForUpdate(id: RubricDraftId): Promise<RubricDraft | null> {
    const [row] = await this.work.query<DraftRow>(`select ${COLUMNS} from rubric_drafts where id = $1 for update`, [
      id,
    ]);
    return row ?? null;
  }

  /** False where there is a draft with this id already. */
  async insert({ id, rubric, basedOn, madeAt, madeBy }: Omit<RubricDraft, 'revision' | 'savedAt'>): Promise<boolean> {
    const added = await this.work.query(
      `insert into rubric_drafts (committee_id, id, content, based_on, made_at, made_by, saved_at)
       values (current_committee(), $1, $2, $3, $4, $5, $4) on conflict (committee_id, id) do nothing returning id`,
      [id, JSON.stringify(rubric), basedOn, madeAt, madeBy],
    );
    return added.length > 0;
  }

  /** @throws DomainError edit.stale */
  async update({ id, rubric, savedAt }: RubricDraft, seen: number): Promise<void> {
    const changed = await this.work.query(
      `update rubric_drafts set content = $2, saved_at = $3, revision = revision + 1
       where id = $1 and revision = $4 returning id`,
      [id, JSON.stringify(rubric), savedAt, seen],
    );
    if (changed.length === 0) throw staleEdit();
  }

  async remove(id: RubricDraftId): Promise<void> {
    await this.work.query(`delete from rubric_drafts where id = $1`, [id]);
  }
}
