import type { AccountId, VisitId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { LockedVisits } from '../../../visits/index.ts';
import type { OwedForm } from '../../domain/owed-form.ts';
import { OwedFormsReadModel, type OwedScope } from '../owed-forms-read-model.ts';

@Injectable()
export class OwedForms {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly visits: LockedVisits,
    private readonly reader: OwedFormsReadModel,
  ) {}

  /** Makes reminders by hand of one committee wait for each other. */
  async lock(): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock(hashtext('form_reminders'), hashtext(current_committee()::text))`,
    );
  }

  /**
   * The late forms, locked until the transaction ends; visits whose form is being received at the moment are left out.
   */
  async lockLate(scope: OwedScope): Promise<OwedForm[]> {
    const late = (await this.reader.list(scope)).filter(({ daysLate }) => daysLate > 0);
    const held = await this.visits.lockFree(late.map(({ visitId }) => visitId));
    // Read again after locking: a form may have been stored in between.
    return held.length === 0 ? [] : this.reader.list({ visitIds: held });
  }

  /** Marks all stages; true where the last of them is new. `by`: null for automatic reminders. */
  async markReminded(visitId: VisitId, stages: readonly string[], at: Date, by: AccountId | null): Promise<boolean> {
    const latest = stages.at(-1);
    if (latest === undefined) return false;
    const marked = await this.work.query<{ stage: string }>(
      `insert into form_reminders (committee_id, visit_id, stage, reminded_at, reminded_by)
       select current_committee(), $1, stage, $3, $4 from unnest($2::text[]) as stage
       on conflict do nothing returning stage`,
      [visitId, stages, at, by],
    );
    return marked.some(({ stage }) => stage === latest);
  }
}
