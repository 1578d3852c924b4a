import { Injectable } from '@nestjs/common';
import type { AccountId, PlanId } from '../../../../kernel/id.ts';
import type { Month } from '../../../../kernel/month.ts';
import { firstDay } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { EditEffect } from '../../domain/desk-action.ts';
import {
  type Duty,
  dutyKey,
  type KeptDecision,
  type OverrulingDecision,
  type PlanDecision,
} from '../../domain/plan-decision.ts';
import type { PlanEdit } from '../../domain/plan-edit.ts';

const EDIT = `number, action, effect, reason, revision, made_at as "madeAt", made_by as "madeBy", undone_at as "undoneAt",
  undone_by as "undoneBy", made_again_by as "madeAgainBy", is_closed as "isClosed"`;
const DECISION = `d.specialist_id as "specialistId", d.meeting_id as "meetingId", d.kind, d.overrules, d.reason`;

interface Made {
  readonly at: Date;
  readonly who: AccountId | null;
}

/** What people have changed in plans by hand, and what they have decided. */
@Injectable()
export class PlanEdits {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** In the order in which they were made. */
  list(planId: PlanId): Promise<PlanEdit[]> {
    return this.work.query<PlanEdit>(`select ${EDIT} from plan_edits where plan_id = $1 order by number`, [planId]);
  }

  /** A new one; what was undone before it cannot be made again. */
  async insert(planId: PlanId, edit: PlanEdit): Promise<void> {
    const { number, action, effect, reason, revision, madeAt, madeBy } = edit;
    await this.work.query(
      `with closed as (update plan_edits set is_closed = true where plan_id = $1 and undone_at is not null)
       insert into plan_edits (committee_id, plan_id, number, action, effect, reason, revision, made_at, made_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [planId, number, JSON.stringify(action), JSON.stringify(effect), reason, revision, madeAt, madeBy],
    );
  }

  /** Undone, or made again. */
  async update(planId: PlanId, { number, revision, undoneAt, undoneBy, madeAgainBy }: PlanEdit): Promise<void> {
    await this.work.query(
      `update plan_edits set revision = $3, undone_at = $4, undone_by = $5, made_again_by = $6
       where plan_id = $1 and number = $2`,
      [planId, number, revision, undoneAt, undoneBy, madeAgainBy],
    );
  }

  listDecisions(planId: PlanId): Promise<PlanDecision[]> {
    return this.work.query<PlanDecision>(
      `select ${DECISION} from plan_decisions d where d.plan_id = $1 order by d.specialist_id, d.meeting_id`,
      [planId],
    );
  }

  /** Those that break rules on purpose. */
  listOverruling(planId: PlanId): Promise<OverrulingDecision[]> {
    return this.work.query<OverrulingDecision>(
      `select ${DECISION}, coalesce(n.name, '') as by from plan_decisions d left join account_names n on n.id = d.made_by
       where d.plan_id = $1 and d.overrules <> '{}' order by d.specialist_id, d.meeting_id`,
      [planId],
    );
  }

  /** Of the plan of a month that counts, or of one of its variants. */
  decisionsOf(month: Month, planId: PlanId | null = null): Promise<KeptDecision[]> {
    return this.work.query<KeptDecision>(
      `select ${DECISION}, d.made_at as "madeAt", d.made_by as "madeBy" from plan_decisions d
       where d.plan_id = coalesce($2, (select m.plan_id from month_plans m where m.month = $1))
       order by d.specialist_id, d.meeting_id`,
      [firstDay(month), planId],
    );
  }

  /**
   * Applies an effect to the rows; a meeting or a person that has gone since has none. One statement, because with the
   * largest plan its way to the database takes longer than its work there.
   */
  async apply(planId: PlanId, effect: EditEffect, by: Made): Promise<void> {
    await this.work.query(
      `with change as materialized (
         select c.*, c.kind is not null as decides from jsonb_to_recordset($2) as c ("meetingId" uuid, "specialistId" uuid,
           goes boolean, "isDecided" boolean, kind text, overrules jsonb, reason text)),
       known as materialized (
         select m.id as meeting, s.id as specialist, c.* from change c
         join month_meetings m on m.id = c."meetingId" join specialist_profiles s on s.id = c."specialistId"),
       released as (
         delete from plan_decisions d using change c where d.plan_id = $1 and d.meeting_id = c."meetingId"
           and d.specialist_id = c."specialistId" and c."isDecided" and not c.decides),
       decided as (
         insert into plan_decisions (committee_id, plan_id, meeting_id, specialist_id, kind, overrules, reason, made_at, made_by)
         select current_committee(), $1, meeting, specialist, kind,
           coalesce((select array_agg(each) from jsonb_array_elements_text(overrules) each), '{}'), reason, $3, $4
         from known where decides
         on conflict on constraint plan_decisions_pk do update set kind = excluded.kind, overrules = excluded.overrules,
           reason = excluded.reason, made_at = excluded.made_at, made_by = excluded.made_by),
       dropped as (
         delete from plan_assignments a using change c where a.plan_id = $1 and a.meeting_id = c."meetingId"
           and a.specialist_id = c."specialistId" and not c.goes),
       added as (
         insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, is_pinned)
         select current_committee(), $1, meeting, specialist, case when "isDecided" then coalesce(kind = 'must', false)
           else exists (select from plan_decisions d where d.plan_id = $1 and d.meeting_id = meeting
             and d.specialist_id = specialist and d.kind = 'must') end
         from known where goes
         on conflict on constraint plan_assignments_pk do update set is_pinned = excluded.is_pinned)
       update plan_assignments a set is_pinned = coalesce(c.kind = 'must', false) from change c
       where a.plan_id = $1 and a.meeting_id = c."meetingId" and a.specialist_id = c."specialistId" and c.goes is null
         and a.is_pinned <> coalesce(c.kind = 'must', false)`,
      [planId, JSON.stringify(changesOf(effect)), by.at, by.who],
    );
  }

  /** All that was changed and decided in a plan, by whom and when, for a plan that begins as it stands. */
  async copy(from: PlanId, to: PlanId): Promise<void> {
    await this.work.query(
      `insert into plan_decisions (committee_id, plan_id, meeting_id, specialist_id, kind, overrules, reason, made_at, made_by)
       select committee_id, $1, meeting_id, specialist_id, kind, overrules, reason, made_at, made_by
       from plan_decisions where plan_id = $2`,
      [to, from],
    );
    await this.work.query(
      `insert into plan_edits (committee_id, plan_id, number, action, effect, reason, revision, made_at, made_by, undone_at,
         undone_by, made_again_by, is_closed)
       select committee_id, $1, number, action, effect, reason, revision, made_at, made_by, undone_at, undone_by,
         made_again_by, is_closed
       from plan_edits where plan_id = $2`,
      [to, from],
    );
  }

  /** `by`: who makes those of which nobody is known to have made them before. */
  async insertDecisions(planId: PlanId, decisions: readonly KeptDecision[], by: Made): Promise<void> {
    if (decisions.length === 0) return;
    await this.work.query(
      `insert into plan_decisions (committee_id, plan_id, meeting_id, specialist_id, kind, overrules, reason, made_at, made_by)
       select current_committee(), $1, m.id, s.id, a.kind,
         coalesce((select array_agg(each) from jsonb_array_elements_text(a.overrules) each), '{}'), a.reason,
         coalesce(a."madeAt", $3), case when a."madeAt" is null then $4 else a."madeBy" end
       from jsonb_to_recordset($2) as a ("meetingId" uuid, "specialistId" uuid, kind text, overrules jsonb, reason text,
         "madeAt" timestamptz, "madeBy" uuid)
       join month_meetings m on m.id = a."meetingId" join specialist_profiles s on s.id = a."specialistId"`,
      [planId, JSON.stringify(decisions), by.at, by.who],
    );
  }
}

/** What an effect says of each pair: whether somebody goes there or no longer does, and what is decided of it. */
function changesOf({ added, dropped, decisions }: EditEffect): object[] {
  const changes = new Map<string, object>();
  const note = ({ meetingId, specialistId }: Duty, said: object): void => {
    const key = dutyKey({ meetingId, specialistId });
    changes.set(key, { meetingId, specialistId, ...changes.get(key), ...said });
  };
  for (const duty of dropped) note(duty, { goes: false });
  for (const duty of added) note(duty, { goes: true });
  for (const { after, ...duty } of decisions) note(duty, { isDecided: true, ...after });
  return [...changes.values()];
}
