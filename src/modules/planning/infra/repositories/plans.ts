import type {
  AccountId,
  DocumentId,
  MeetingId,
  PlanId,
  PlanRef,
  SpecialistId,
  SpecialistRef,
} from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { staleEdit } from '../../../../kernel/edit.ts';
import { firstDay, type Month, monthOf } from '../../../../kernel/month.ts';
import { lockMonth } from '../../../meetings/index.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { PlanProblem } from '../../../../solver/index.ts';
import type { MonthPlan, PlanAssignment, PlanHeader, PlanSolution } from '../../domain/month-plan.ts';
import type { Duty, KeptDecision } from '../../domain/plan-decision.ts';
import { variantsAmong } from '../../domain/variant.ts';
import { PlanEntity } from '../plan-entity.ts';
import { PlanEdits } from './plan-edits.ts';
import { PlanSolutions } from './plan-solutions.ts';

interface NewCopy {
  readonly id: PlanId;
  readonly name: string;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
}

@Injectable()
export class Plans {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly edits: PlanEdits,
    private readonly solutions: PlanSolutions,
  ) {}

  /** A variant of a month that is not published. */
  async findVariant(month: Month, name: string): Promise<PlanHeader | null> {
    const state = In(['draft', 'submitted', 'approved']);
    const row = await this.work.manager.findOneBy(PlanEntity, { month: firstDay(month), name, state });
    return row && headerOf(row);
  }

  /** What may still become the plan of a month, in the order in which it was made. */
  async listDrafts(month: Month): Promise<PlanHeader[]> {
    const where = { month: firstDay(month), state: In(['draft', 'submitted', 'approved']) };
    const rows = await this.work.manager.find(PlanEntity, { where, order: { madeAt: 'ASC', id: 'ASC' } });
    return rows.map(headerOf);
  }

  /** One of them, other than what the engine proposes. */
  async findDraft(month: Month, id: PlanRef): Promise<PlanHeader | null> {
    return variantsAmong(await this.listDrafts(month)).find((draft) => draft.id === id) ?? null;
  }

  /** The same plan once more, with what people have changed and decided, which can be undone there too. */
  async copy(from: PlanHeader, { id, name, madeAt, madeBy }: NewCopy): Promise<void> {
    const { committeeId } = this.work.actor;
    const steps = { submittedAt: null, submittedBy: null, approvedAt: null, approvedBy: null };
    const made = { id, name, madeAt, madeBy, isChosen: false, state: 'draft', ...steps } as const;
    await this.work.manager.insert(PlanEntity, { ...from, ...made, committeeId, month: firstDay(from.month) });
    const ids = [id, from.id];
    await this.work.query(
      `insert into plan_solutions (committee_id, plan_id, problem, result, by_hand)
       select committee_id, $1, problem, result, by_hand from plan_solutions where plan_id = $2`,
      ids,
    );
    await this.work.query(
      `insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, leads, is_pinned)
       select committee_id, $1, meeting_id, specialist_id, leads, is_pinned from plan_assignments where plan_id = $2`,
      ids,
    );
    await this.edits.copy(from.id, id);
  }

  async remove(id: PlanId): Promise<void> {
    await this.work.manager.delete(PlanEntity, { id, state: 'draft' });
  }

  /** Of the month's plan that counts: the published one, before that the variant that was chosen. */
  async findHeader(month: Month): Promise<PlanHeader | null> {
    return (await this.toEdit(month)).chosen;
  }

  /** The month's plan that counts, and where it is not published, one of its variants. */
  async toEdit(
    month: Month,
    variantId: PlanRef | null = null,
  ): Promise<{ readonly chosen: PlanHeader | null; readonly variant: PlanHeader | null }> {
    const state = In(['published', 'draft', 'submitted', 'approved']);
    const order = { madeAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.work.manager.find(PlanEntity, { where: { month: firstDay(month), state }, order });
    const all = rows.map(headerOf);
    const published = all.find((plan) => plan.state === 'published') ?? null;
    const drafts = variantsAmong(all.filter((plan) => plan !== published));
    return {
      chosen: published ?? all.find(({ isChosen }) => isChosen) ?? null,
      variant: drafts.find(({ id }) => id === variantId) ?? null,
    };
  }

  findPublished(month: Month): Promise<PlanHeader | null> {
    return this.work.run(async () => {
      const row = await this.work.manager.findOneBy(PlanEntity, { month: firstDay(month), state: 'published' });
      return row && headerOf(row);
    });
  }

  /** The plan that counts, or one of its variants, whole: for pages that show how it came about. */
  find(month: Month, variantId: PlanRef | null = null): Promise<MonthPlan | null> {
    return this.work.run(async () => {
      const header = variantId === null ? await this.findHeader(month) : await this.findDraft(month, variantId);
      return header && { ...header, ...(await this.getSolution(header.id)) };
    });
  }

  /** As it stands: what people have decided is part of the question, and what they have changed part of the answer. */
  async getSolution(id: PlanId): Promise<PlanSolution> {
    return this.solutions.solution(id, await this.edits.listDecisions(id));
  }

  /** Of a published plan, those of whom people were told. */
  listAssignments(id: PlanId): Promise<PlanAssignment[]> {
    return this.work.query<PlanAssignment>(
      `select meeting_id as "meetingId", specialist_id as "specialistId", leads, is_pinned as "isPinned"
       from plan_assignments where plan_id = $1 and not left_out order by meeting_id, specialist_id`,
      [id],
    );
  }

  /** Of an unpublished plan, those of whom people would be told if it were published now. */
  listToSend(id: PlanId, now: Date): Promise<PlanAssignment[]> {
    return this.work.query<PlanAssignment>(
      `select a.meeting_id as "meetingId", a.specialist_id as "specialistId", a.leads, a.is_pinned as "isPinned"
       from plan_assignments a join month_meetings m on m.id = a.meeting_id
       where a.plan_id = $1 and m.starts_at > $2 order by a.meeting_id, a.specialist_id`,
      [id, now],
    );
  }

  /**
   * Whom a plan sends to meetings that had begun before anybody was told, so that nobody is: of a published plan those
   * that were left out, before that those that would be if it were published now.
   */
  listLeftOut({ id, state }: Pick<PlanHeader, 'id' | 'state'>, now: Date): Promise<Duty[]> {
    return this.work.run(() =>
      this.work.query<Duty>(
        `select a.meeting_id as "meetingId", a.specialist_id as "specialistId"
       from plan_assignments a join month_meetings m on m.id = a.meeting_id
       where a.plan_id = $1 and case when $2::boolean then a.left_out else m.starts_at <= $3 end
       order by m.starts_at, a.meeting_id, a.specialist_id`,
        [id, state === 'published' || state === 'superseded', now],
      ),
    );
  }

  /** Meetings of a month to which nobody is sent any more. */
  async begunMeetings(month: Month, now: Date): Promise<ReadonlySet<string>> {
    const rows = await this.work.query<{ id: MeetingId }>(
      `select id from month_meetings where month = $1 and starts_at <= $2`,
      [firstDay(month), now],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async leaveOut(id: PlanId, duties: readonly Duty[]): Promise<void> {
    await this.work.query(
      `update plan_assignments a set left_out = true from jsonb_to_recordset($2) as d ("meetingId" uuid, "specialistId" uuid)
       where a.plan_id = $1 and a.meeting_id = d."meetingId" and a.specialist_id = d."specialistId"`,
      [id, JSON.stringify(duties)],
    );
  }

  /**
   * Assignments of a plan that went with their meeting or their person; they do not come back with them. None of what
   * had begun is missed.
   */
  async countLost(id: PlanId, now: Date): Promise<number> {
    const [row] = await this.work.query<{ lost: number }>(
      `select count(*)::integer as lost from (
         with plan as materialized (
           select coalesce(by_hand, result) -> 'assignments' as assignments, problem -> 'meetings' as meetings
           from plan_solutions where plan_id = $1),
         gone as materialized (
           select a."meetingId" from plan
           cross join jsonb_to_recordset(plan.assignments) as a ("meetingId" uuid, "specialistId" uuid)
           left join plan_assignments p on p.plan_id = $1 and p.meeting_id = a."meetingId"
             and p.specialist_id = a."specialistId"
           where p.plan_id is null),
         begun as materialized (
           select m.id from plan cross join jsonb_to_recordset(plan.meetings) as m (id uuid, start bigint)
           where exists (select from gone) and m.start * 60 <= extract(epoch from $2::timestamptz))
         select from gone where "meetingId" not in (select id from begun)) lost`,
      [id, now],
    );
    return row?.lost ?? 0;
  }

  /** Whether a duty notice or one of an amendment names somebody, whichever plan of its month applies by now. */
  isOrderedBy(specialistId: SpecialistId, noticeId: DocumentId): Promise<boolean> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ found: boolean }>(
        `select exists (select from plans p join month_visits v on v.plan_id = p.id
           where p.notice_id = $2 and v.specialist_id = $1)
         or exists (select from amendments a
           where a.notice_id = $2 and a.changes @> jsonb_build_array(jsonb_build_object('specialistId', $1::text))) as found`,
        [specialistId, noticeId],
      );
      return row?.found ?? false;
    });
  }

  /** The duty notice of a month that sends somebody anywhere; null where there is none. */
  async noticeFor(specialistId: SpecialistId, month: Month): Promise<DocumentId | null> {
    const noticeId = (await this.findPublished(month))?.noticeId ?? null;
    return noticeId !== null && (await this.isOrderedBy(specialistId, noticeId)) ? noticeId : null;
  }

  /** Serialises solving and publishing of one month until the transaction ends. */
  async lock(month: Month): Promise<void> {
    await lockMonth(this.work, month);
  }

  /** Puts a draft in the place of the one of the same name. It answers the ground with these decisions. */
  async replaceDraft(
    { problem, plan, ...header }: MonthPlan,
    ground: PlanProblem = problem,
    decisions: readonly KeptDecision[] = [],
  ): Promise<void> {
    const { committeeId } = this.work.actor;
    const month = firstDay(header.month);
    await this.work.manager.delete(PlanEntity, { month, name: header.name, state: 'draft' });
    await this.work.manager.insert(PlanEntity, { ...header, committeeId, month });
    await this.work.query(
      `insert into plan_solutions (committee_id, plan_id, problem, result) values (current_committee(), $1, $2, $3)`,
      [header.id, JSON.stringify(ground), JSON.stringify(plan)],
    );
    // A meeting or a person that went while the engine was at work has no row any more; the draft is outdated then.
    await this.work.query(
      `insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, is_pinned)
       select current_committee(), $1, m.id, s.id, a.pinned
       from jsonb_to_recordset($2) as a ("meetingId" uuid, "specialistId" uuid, pinned boolean)
       join month_meetings m on m.id = a."meetingId" join specialist_profiles s on s.id = a."specialistId"`,
      [header.id, JSON.stringify(plan.assignments)],
    );
    await this.edits.insertDecisions(header.id, decisions, { at: header.madeAt, who: header.madeBy });
  }

  /** What the month asks of each person, in hundredths of a visit: later months carry on what is left over. */
  async keepShares(
    month: Month,
    people: readonly { readonly id: SpecialistRef; readonly target: number }[],
  ): Promise<void> {
    await this.work.query(
      `insert into month_shares (committee_id, month, specialist_id, share)
       select current_committee(), $1, p.id, p.target from jsonb_to_recordset($2) as p (id uuid, target integer)
       on conflict on constraint month_shares_pk do update set share = excluded.share`,
      [firstDay(month), JSON.stringify(people.map(({ id, target }) => ({ id, target })))],
    );
  }

  /** Stores the changed header and lets its revision rise. @throws DomainError edit.stale */
  async update(plan: PlanHeader): Promise<void> {
    const { id, revision, name, isChosen, state, status, isVerified, inputHash, handMade, noticeId } = plan;
    const { submittedAt, submittedBy, approvedAt, approvedBy, publishedAt, publishedBy } = plan;
    const steps = { submittedAt, submittedBy, approvedAt, approvedBy, publishedAt, publishedBy };
    const solution = { status, isVerified, inputHash, handMade };
    const changed = { name, isChosen, state, noticeId, ...solution, ...steps, revision: revision + 1 };
    const { affected } = await this.work.manager.update(PlanEntity, { id, revision }, changed);
    if (affected === 0) throw staleEdit();
  }
}

function headerOf({ committeeId: _, month, ...row }: PlanEntity): PlanHeader {
  return { ...row, month: monthOf(month) };
}
