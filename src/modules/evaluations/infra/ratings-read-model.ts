import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { officialRating, type RatingDecision } from '../domain/official-rating.ts';
import { mayDecideRating } from '../domain/rating-policy.ts';
import type { SubmissionId } from '../domain/submission.ts';
import type { Rating } from '../domain/rubric.ts';
import { RatingDecisions } from './repositories/rating-decisions.ts';
import { RatingPolicies } from './repositories/rating-policies.ts';

export interface ToldDecision extends Omit<RatingDecision, 'by' | 'onBehalfOf'> {
  /** Null for the service itself, or for an account that no longer exists. */
  readonly by: string | null;
  /** For whom a deputy decided. */
  readonly onBehalfOf: string | null;
}

/** How the meeting of a form is rated, and how it came to that. */
export interface MeetingRating {
  /** The decision that counts; null where the points rate the meeting. */
  readonly official: ToldDecision | null;
  /** Oldest first. */
  readonly decisions: readonly ToldDecision[];
  /** By the points of the other accepted forms of the meeting. */
  readonly others: readonly (Rating | null)[];
  /** Whether the reader may decide it now. */
  readonly mayDecide: boolean;
  /** The reader attended it and may not decide. */
  readonly isOwn: boolean;
}

/** Reads official ratings for pages and the API; takes part in the ambient transaction, if any. */
@Injectable()
export class RatingsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly decisions: RatingDecisions,
    private readonly policies: RatingPolicies,
  ) {}

  /** @throws DomainError evaluation.no_submission */
  of(submissionId: SubmissionId, actor: Actor): Promise<MeetingRating> {
    return this.work.run(async () => {
      const meeting = await this.decisions.getMeeting(submissionId);
      const { forms, month } = meeting;
      const told = await this.told(meeting.meetingId, meeting.decisions);
      const official = officialRating(meeting);
      const isAccepted = forms.some((form) => form.submissionId === submissionId);
      const isNamed = isAccepted && mayDecideRating(actor, await this.policies.of(month));
      const { specialistId } = actor;
      const isOwn = specialistId !== null && forms.some(({ observers }) => observers.includes(specialistId));
      return {
        official: told.find(({ number }) => number === official?.number) ?? null,
        decisions: told,
        others: forms.filter((form) => form.submissionId !== submissionId).map(({ rating }) => rating),
        mayDecide: isNamed && !isOwn,
        isOwn: isNamed && isOwn,
      };
    });
  }

  private async told(meetingId: MeetingId, decisions: readonly RatingDecision[]): Promise<ToldDecision[]> {
    if (decisions.length === 0) return [];
    const names = await this.work.query<{ number: number; by: string | null; onBehalfOf: string | null }>(
      `select d.number, a.name as by, o.name as "onBehalfOf"
       from rating_decisions d left join account_names a on a.id = d.decided_by left join account_names o on o.id = d.decided_for
       where d.meeting_id = $1`,
      [meetingId],
    );
    const byNumber = new Map(names.map((each) => [each.number, each]));
    return decisions.map((decision) => ({
      ...decision,
      by: byNumber.get(decision.number)?.by ?? null,
      onBehalfOf: byNumber.get(decision.number)?.onBehalfOf ?? null,
    }));
  }
}
