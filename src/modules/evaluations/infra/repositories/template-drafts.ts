import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import type { AccountId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { TemplateDraft, TemplateDraftId } from '../../domain/template-draft.ts';
import type { FormTemplate } from '../../domain/form-template.ts';
import type {} from '../../template-errors.ts';

interface DraftRow {
  id: TemplateDraftId;
  template: FormTemplate;
  basedOn: string | null;
  revision: number;
  madeAt: Date;
  madeBy: AccountId | null;
  savedAt: Date;
}

const COLUMNS = `id, content as template, based_on as "basedOn", revision, made_at as "madeAt", made_by as "madeBy",
  saved_at as "savedAt"`;

@Injectable()
export class TemplateDrafts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<TemplateDraft[]> {
    return this.work.query<DraftRow>(`select ${COLUMNS} from form_template_drafts order by saved_at desc, id`);
  }

  async find(id: TemplateDraftId): Promise<TemplateDraft | null> {
    const [row] = await this.work.query<DraftRow>(`select ${COLUMNS} from form_template_drafts where id = $1`, [id]);
    return row ?? null;
  }

  /** @throws DomainError template.no_draft */
  async get(id: TemplateDraftId): Promise<TemplateDraft> {
    const draft = await this.find(id);
    if (!draft) throw new DomainError('template.no_draft', { draftId: id });
    return draft;
  }

  /** Other edits of the draft wait until the transaction ends. */
  async findForUpdate(id: TemplateDraftId): Promise<TemplateDraft | null> {
    const [row] = await this.work.query<DraftRow>(
      `select ${COLUMNS} from form_template_drafts where id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  /** False where there is a draft with this id already. */
  async insert({
    id,
    template,
    basedOn,
    madeAt,
    madeBy,
  }: Omit<TemplateDraft, 'revision' | 'savedAt'>): Promise<boolean> {
    const added = await this.work.query(
      `insert into form_template_drafts (committee_id, id, content, based_on, made_at, made_by, saved_at)
       values (current_committee(), $1, $2, $3, $4, $5, $4) on conflict (committee_id, id) do nothing returning id`,
      [id, JSON.stringify(template), basedOn, madeAt, madeBy],
    );
    return added.length > 0;
  }

  /** @throws DomainError edit.stale */
  async update({ id, template, savedAt }: TemplateDraft, seen: number): Promise<void> {
    const changed = await this.work.query(
      `update form_template_drafts set content = $2, saved_at = $3, revision = revision + 1
       where id = $1 and revision = $4 returning id`,
      [id, JSON.stringify(template), savedAt, seen],
    );
    if (changed.length === 0) throw staleEdit();
  }

  async remove(id: TemplateDraftId): Promise<void> {
    await this.work.query(`delete from form_template_drafts where id = $1`, [id]);
  }
}
