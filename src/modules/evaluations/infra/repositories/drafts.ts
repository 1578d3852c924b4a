import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { EvaluatedVisit } from '../../application/ports.ts';
import type { Draft, SubmissionId } from '../../domain/submission.ts';

interface DraftRow {
  submissionId: SubmissionId;
  basedOn: number;
  revision: number;
  content: Draft['content'];
  savedAt: Date;
}

@Injectable()
export class Drafts {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async find({ id, specialistId }: EvaluatedVisit): Promise<Draft | null> {
    const [row] = await this.work.query<DraftRow>(
      `select submission_id as "submissionId", based_on as "basedOn", revision, content, saved_at as "savedAt" from drafts where visit_id = $1`,
      [id],
    );
    if (!row) return null;
    return {
      visitId: id,
      specialistId,
      submissionId: row.submissionId,
      basedOn: row.basedOn,
      revision: row.revision,
      content: row.content,
      savedAt: row.savedAt,
    };
  }

  async store({ visitId, submissionId, basedOn, revision, content, savedAt }: Draft): Promise<void> {
    await this.work.query(
      `insert into drafts (committee_id, visit_id, submission_id, based_on, revision, content, saved_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6)
       on conflict (committee_id, visit_id) do update set submission_id = excluded.submission_id,
         based_on = excluded.based_on, revision = excluded.revision, content = excluded.content, saved_at = excluded.saved_at`,
      [visitId, submissionId, basedOn, revision, JSON.stringify(content), savedAt],
    );
  }
}
