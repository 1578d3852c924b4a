import type { DocumentId, PlanId, SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { staleEdit } from '../../../../kernel/edit.ts';
import { firstDay, type Month, monthOf } from '../../../../kernel/month.ts';
import { lockMonth } from '../../../meetings/index.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { readProblem } from '../../../../solver/index.ts';
import type { MonthPlan, PlanAssignment, PlanHeader, PlanSolution } from '../../domain/month-plan.ts';
import { PlanEntity } from '../plan-entity.ts';

@Injectable()
export class Plans {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The header of the month's current plan: the published one, before that the chosen variant. */
  async findHeader(month: Month): Promise<PlanHeader | null> {
    const unpublished = { isChosen: true, state: In(['draft', 'submitted', 'approved']) };
    const rows = await this.work.manager.findBy(PlanEntity, [
      { month: firstDay(month), state: 'published' },
      { month: firstDay(month), ...unpublished },
    ]);
    const row = rows.find(({ state }) => state === 'published') ?? rows[0];
    return row ? headerOf(row) : null;
  }

  findPublished(month: Month): Promise<PlanHeader | null> {
    return this.work.run(async () => {
      const row = await this.work.manager.findOneBy(PlanEntity, { month: firstDay(month), state: 'published' });
      return row && headerOf(row);
    });
  }

  /** The current plan with problem and solution, for pages that show how it came about. */
  find(month: Month): Promise<MonthPlan | null> {
    return this.work.run(async () => {
      const header = await this.findHeader(month);
      return header && { ...header, ...(await this.getSolution(header.id)) };
    });
  }

  async getSolution(id: PlanId): Promise<PlanSolution> {
    const [row] = await this.work.query<PlanSolution>(
      `select problem, result as plan from plan_solutions where plan_id = $1`,
      [id],
    );
    if (!row) throw new Error(`plan ${id} has no solution`);
    // Properties added to problems since this one was stored are filled in.
    return { ...row, problem: readProblem(row.problem) };
  }

  listAssignments(id: PlanId): Promise<PlanAssignment[]> {
    return this.work.query<PlanAssignment>(
      `select meeting_id as "meetingId", specialist_id as "specialistId", leads, is_pinned as "isPinned"
       from plan_assignments where plan_id = $1 order by meeting_id, specialist_id`,
      [id],
    );
  }

  /** Whether a duty notice assigns somebody to a visit, whichever plan of its month is current. */
  isOrderedBy(specialistId: SpecialistId, noticeId: DocumentId): Promise<boolean> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ found: boolean }>(
        `select exists (select from plans p join month_visits v on v.plan_id = p.id
           where p.notice_id = $2 and v.specialist_id = $1) as found`,
        [specialistId, noticeId],
      );
      return row?.found ?? false;
    });
  }

  /** Makes transactions that solve or publish one month wait for each other. */
  async lock(month: Month): Promise<void> {
    await lockMonth(this.work, month);
  }

  /** Replaces the draft of the same name. */
  async replaceDraft({ problem, plan, ...header }: MonthPlan): Promise<void> {
    const { committeeId } = this.work.actor;
    const month = firstDay(header.month);
    await this.work.manager.delete(PlanEntity, { month, name: header.name, state: 'draft' });
    await this.work.manager.insert(PlanEntity, { ...header, committeeId, month });
    await this.work.query(
      `insert into plan_solutions (committee_id, plan_id, problem, result) values (current_committee(), $1, $2, $3)`,
      [header.id, JSON.stringify(problem), JSON.stringify(plan)],
    );
    // A meeting or a person that was deleted while the engine ran has no row any more; the draft is then outdated.
    await this.work.query(
      `insert into plan_assignments (committee_id, plan_id, meeting_id, specialist_id, is_pinned)
       select current_committee(), $1, m.id, s.id, a.pinned
       from jsonb_to_recordset($2) as a ("meetingId" uuid, "specialistId" uuid, pinned boolean)
       join month_meetings m on m.id = a."meetingId" join specialist_profiles s on s.id = a."specialistId"`,
      [header.id, JSON.stringify(plan.assignments)],
    );
  }

  /** Stores each person's share of the month, in hundredths of a visit: later months carry over the remainder. */
  async keepShares(month: Month, people: readonly { readonly id: string; readonly target: number }[]): Promise<void> {
    await this.work.query(
      `insert into month_shares (committee_id, month, specialist_id, share)
       select current_committee(), $1, p.id, p.target from jsonb_to_recordset($2) as p (id uuid, target integer)
       on conflict on constraint month_shares_pk do update set share = excluded.share`,
      [firstDay(month), JSON.stringify(people.map(({ id, target }) => ({ id, target })))],
    );
  }

  /** Stores the changed header and increments its revision. @throws DomainError edit.stale */
  async update(plan: PlanHeader): Promise<void> {
    const { id, revision, name, isChosen, state, noticeId } = plan;
    const { submittedAt, submittedBy, approvedAt, approvedBy, publishedAt, publishedBy } = plan;
    const steps = { submittedAt, submittedBy, approvedAt, approvedBy, publishedAt, publishedBy };
    const changed = { name, isChosen, state, noticeId, ...steps, revision: revision + 1 };
    const { affected } = await this.work.manager.update(PlanEntity, { id, revision }, changed);
    if (affected === 0) throw staleEdit();
  }
}

function headerOf({ committeeId: _, month, ...row }: PlanEntity): PlanHeader {
  return { ...row, month: monthOf(month) };
}
