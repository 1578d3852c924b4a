import type { MeetingId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { decideRating, ratingsFor, type RatingDecision } from '../domain/official-rating.ts';
import { mayDecideRating } from '../domain/rating-policy.ts';
import type { SubmissionId } from '../domain/submission.ts';
import type {} from '../rating-errors.ts';
import { FormsReadModel } from '../infra/forms-read-model.ts';
import { RatingDecisions } from '../infra/repositories/rating-decisions.ts';
import { RatingPolicies } from '../infra/repositories/rating-policies.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'rating.decided': { readonly meetingId: MeetingId; readonly submissionId: SubmissionId };
  }
}

/** Decides the official rating of a meeting on one of its accepted forms, or takes the last decision back. */
@Injectable()
export class DecideRating {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: RatingDecisions,
    private readonly policies: RatingPolicies,
    private readonly forms: FormsReadModel,
    private readonly rubrics: Rubrics,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * `rating`: the id of a rating, or null to take the decision back; `seen`: the number of the last decision that was
   * looked at. @throws DomainError evaluation.no_submission, rating.by_others, rating.not_accepted, rating.own_meeting,
   * rating.unknown, rating.reason_missing, rating.nothing_decided, evaluation.comments_long, edit.stale
   */
  execute(
    submissionId: SubmissionId,
    seen: number,
    { rating, reason = '' }: { readonly rating: string | null; readonly reason?: string },
  ): Promise<RatingDecision> {
    return this.work.run(async () => {
      const meeting = await this.decisions.getMeeting(submissionId);
      const { meetingId, month } = meeting;
      const { actor } = this.work;
      const policy = await this.policies.of(month);
      if (!mayDecideRating(actor, policy)) {
        throw new DomainError('rating.by_others', { decidedBy: policy.decidedBy });
      }
      const form = await this.forms.get(submissionId);
      const ratings = ratingsFor(await this.rubrics.get(form.rubric), form.answers);
      const { accountId: by, onBehalfOf = null, specialistId } = actor;
      const at = this.clock.now();
      const judgement = { submissionId, rating, reason, seen, by, onBehalfOf, specialistId, at };
      const subject = { kind: 'official_rating', id: meetingId };
      return this.edits.named(subject, async () => {
        const decision = decideRating(meeting, ratings, judgement);
        if (meeting.decisions.includes(decision)) return decision;
        await this.decisions.insert(meetingId, decision);
        this.audit.record({
          action: decision.rating ? 'rating.decided' : 'rating.taken_back',
          subject,
          details: { submissionId, rating: decision.rating?.id ?? null, points: decision.points?.id ?? null },
        });
        await this.events.publish(
          'rating.decided',
          { meetingId, submissionId },
          { subject: meetingId, about: [`month/${month}`] },
        );
        return decision;
      });
    });
  }
}
