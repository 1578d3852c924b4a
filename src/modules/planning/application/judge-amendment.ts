import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type HandCandidate, HandMonth } from '../../../solver/index.ts';
import { type AmendmentChange, type PlannedAmendment, plannedAmendment } from '../domain/amendment.ts';
import { applied } from '../domain/desk-action.ts';
import { type EditJudgement, judgeEdit } from '../domain/judge-edit.ts';
import { owedShares } from '../domain/owed-share.ts';
import { besidesShares } from '../domain/outside-visit.ts';
import type { Duty } from '../domain/plan-decision.ts';
import { dutiesOf, type PublishedMonth } from '../domain/published-month.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import type { Shares } from './edit-costs.ts';

/** What an amendment would do, cost and break, by the rules of the desk and with the facts of now. */
export interface JudgedAmendment extends PlannedAmendment, EditJudgement, Shares {
  readonly month: PublishedMonth;
}

/** A published month ready for questions: read and worked out once. */
export interface AmendableMonth extends Shares {
  readonly month: PublishedMonth;
  /** @throws DomainError as `plannedAmendment` */
  readonly judge: (changes: readonly AmendmentChange[]) => JudgedAmendment;
  /**
   * Everybody who does not go to a meeting, with what their going there would cost and break once these changes are
   * made. @throws DomainError as `plannedAmendment`
   */
  readonly candidatesAt: (meetingId: MeetingId, changes: readonly AmendmentChange[]) => readonly HandCandidate[];
}

/** Judges changes of a published plan before anybody makes them, and again while they are made. */
@Injectable()
export class JudgeAmendment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_published, and as `plannedAmendment` */
  async of(month: Month, changes: readonly AmendmentChange[]): Promise<JudgedAmendment> {
    return (await this.open(month)).judge(changes);
  }

  /**
   * Going to a meeting outside the plan, which may have begun; `counts`: whether that counts towards shares.
   * @throws DomainError plan.not_published, plan.unknown_duty, plan.already_so
   */
  outside(month: Month, duties: readonly Duty[], counts: boolean): Promise<JudgedAmendment> {
    return this.work.run(async () => {
      const read = await this.months.read(month);
      const besides = duties.map((duty) => ({ ...duty, state: 'offered' as const, countsAsShare: counts }));
      const problem = besidesShares(read.problem, besides);
      // Whoever was at a branch this month may well be sent there again when it calls a meeting of its own.
      const published = { ...read, problem: { ...problem, policy: { ...problem.policy, oncePerBranch: false } } };
      const changes = duties.map((duty): AmendmentChange => ({ kind: 'send', ...duty }));
      return amendable(published, null).judge(changes);
    });
  }

  /** @throws DomainError plan.not_published */
  open(month: Month): Promise<AmendableMonth> {
    return this.work.run(async () => amendable(await this.months.read(month), this.clock.now()));
  }
}

/** `now`: null where it does not matter that a meeting has begun. */
function amendable(month: PublishedMonth, now: Date | null): AmendableMonth {
  const hand = new HandMonth(month.problem);
  const shareOf = owedShares(month.asked);
  const plan = { duties: dutiesOf(month), decisions: [] };
  return {
    month,
    shareOf,
    judge: (changes) => {
      const planned = plannedAmendment(changes, month, now);
      return { ...planned, ...judgeEdit(hand, plan, planned.effect), month, shareOf };
    },
    candidatesAt: (meetingId, changes) => {
      const after = changes.length === 0 ? plan : applied(plan, plannedAmendment(changes, month, now).effect);
      return hand.candidatesAt(meetingId, after.duties);
    },
  };
}
