import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { OpenAnswersReadModel } from '../infra/open-answers-read-model.ts';
import { Visits } from '../infra/repositories/visits.ts';

/** Mails that ask for answers, posted with the transaction that asks. */
export abstract class AnswerMails {
  /** To one person, about all of their visits without an answer; `by`: the day until which the answer was asked for. */
  abstract missing(
    specialistId: SpecialistId,
    visits: readonly { readonly visitId: VisitId; readonly by: Day }[],
  ): Promise<void>;
}

/** Reminds people who have not said by the deadline whether they go, once for each visit; never those who have. */
@Injectable()
export class RemindOfAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answers: OpenAnswersReadModel,
    private readonly visits: Visits,
    private readonly mails: AnswerMails,
    private readonly clock: Clock,
  ) {}

  /** Returns the number of people who get a mail. */
  daily(): Promise<number> {
    return this.work.run(async () => {
      const late = (await this.answers.list()).filter(({ isLate, remindedAt }) => isLate && remindedAt === null);
      // Who answers at this moment, or is reminded by another process, is left out.
      const marked = new Set(
        await this.visits.markReminded(
          late.map(({ visitId }) => visitId),
          this.clock.now(),
        ),
      );
      const people = new Map<SpecialistId, { visitId: VisitId; by: Day }[]>();
      for (const { visitId, specialistId, answerBy } of late.filter((each) => marked.has(each.visitId))) {
        people.set(specialistId, [...(people.get(specialistId) ?? []), { visitId, by: answerBy }]);
      }
      for (const [specialistId, theirs] of people) await this.mails.missing(specialistId, theirs);
      return people.size;
    });
  }
}
