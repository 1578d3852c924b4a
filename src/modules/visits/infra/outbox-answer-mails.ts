import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Outbox } from '../../notifications/index.ts';
import { AnswerMails } from '../application/remind-of-answers.ts';
import { mailLine } from './mail-line.ts';
import { SpecialistAccounts } from './specialist-accounts.ts';
import { VisitsReadModel } from './visits-read-model.ts';

@Injectable()
export class OutboxAnswerMails extends AnswerMails {
  constructor(
    private readonly visits: VisitsReadModel,
    private readonly people: SpecialistAccounts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  override async missing(
    specialistId: SpecialistId,
    asked: readonly { readonly visitId: VisitId; readonly by: Day }[],
  ): Promise<void> {
    const lines = await this.visits.list(asked.map(({ visitId }) => visitId));
    const [first] = lines;
    if (!first) return;
    const { accountId, locale } = await this.people.of(specialistId);
    const byVisit = new Map(asked.map(({ visitId, by }) => [visitId, by]));
    await this.outbox.post({
      key: `answer-missing/${specialistId}/${this.clock.now().toISOString()}`,
      to: { address: first.email, name: first.specialist, specialistId, ...(accountId && { accountId }) },
      locale,
      month: first.month,
      template: 'answer-missing',
      model: {
        visits: lines.map((line) => ({
          ...mailLine(line, this.config.publicUrl),
          answerBy: byVisit.get(line.id) ?? line.heldOn,
        })),
        link: `${this.config.publicUrl}/my/visits?month=${first.month}`,
      },
    });
  }
}
