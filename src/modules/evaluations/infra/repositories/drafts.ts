import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { EvaluatedVisit } from '../../application/ports.ts';
import type { Draft, SubmissionId } from '../../domain/submission.ts';

interface DraftRow {
  submissionId: SubmissionId;
  basedOn: number;
  formCode: string | null;
  formVersion: number | null;
  revision: number;
  content: Draft['content'];
  savedAt: Date;
}

@Injectable()
export class Drafts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async find({ id, specialistId }: EvaluatedVisit): Promise<Draft | null> {
    const [row] = await this.work.query<DraftRow>(
      `select submission_id as "submissionId", based_on as "basedOn", form_code as "formCode", form_version as "formVersion",
         revision, content, saved_at as "savedAt" from drafts where visit_id = $1`,
      [id],
    );
    if (!row) return null;
    const { formCode, formVersion } = row;
    return {
      visitId: id,
      specialistId,
      submissionId: row.submissionId,
      basedOn: row.basedOn,
      template: formCode === null || formVersion === null ? null : { id: formCode, version: formVersion },
      revision: row.revision,
      content: row.content,
      savedAt: row.savedAt,
    };
  }

  async store({ visitId, submissionId, basedOn, template, revision, content, savedAt }: Draft): Promise<void> {
    await this.work.query(
      `insert into drafts (committee_id, visit_id, submission_id, based_on, revision, content, saved_at, form_code, form_version)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (committee_id, visit_id) do update set submission_id = excluded.submission_id,
         based_on = excluded.based_on, revision = excluded.revision, content = excluded.content, saved_at = excluded.saved_at,
         form_code = excluded.form_code, form_version = excluded.form_version`,
      [
        visitId,
        submissionId,
        basedOn,
        revision,
        JSON.stringify(content),
        savedAt,
        template?.id ?? null,
        template?.version ?? null,
      ],
    );
  }
}
