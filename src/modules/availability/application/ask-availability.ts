import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { type Day, dayIn, type Month } from '../../../kernel/month.ts';
import { newToken } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { untilFault } from '../domain/availability-round.ts';
import type {} from '../errors.ts';
import { AvailabilityRounds } from '../infra/repositories/availability-rounds.ts';
import { AvailabilityMails, type PersonAsked } from './availability-mails.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'availability.asked': { readonly month: Month };
  }
}

export interface AvailabilityWish {
  /** The last day on which replies are waited for. */
  readonly until: Day;
  /** The number of the last mailing that the asker has seen; 0: none. Who was asked since is not asked again. */
  readonly seen: number;
}

export interface AskedPeople {
  readonly asked: number;
  readonly reached: number;
}

/** Asks everybody who takes part on which days of a month they cannot be sent; later, only those who have not replied. */
@Injectable()
export class AskAvailability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: AvailabilityRounds,
    private readonly mails: AvailabilityMails,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * How many are asked, and how many of them hear of it by a mail or a message; nobody after a second click. @throws DomainError availability.month_published,
   * availability.until_past, availability.until_late
   */
  execute(month: Month, { until, seen }: AvailabilityWish): Promise<AskedPeople> {
    return this.work.run(async () => {
      await this.rounds.lock(month);
      if (await this.rounds.isPublished(month)) throw new DomainError('availability.month_published', { month });
      const now = this.clock.now();
      const fault = untilFault(until, month, dayIn(await this.rounds.zone(), now));
      if (fault === 'past') throw new DomainError('availability.until_past', { until });
      if (fault === 'late') throw new DomainError('availability.until_late', { month });
      const before = await this.rounds.find(month);
      const known = new Map((await this.rounds.replies(month)).map((reply) => [reply.specialistId, reply]));
      const due = (await this.rounds.people()).filter(({ specialistId }) => {
        const reply = known.get(specialistId);
        return !reply || (reply.reply === null && reply.mailing <= seen);
      });
      if (due.length === 0 && before?.until === until) return { asked: 0, reached: 0 };
      const mailing = due.length === 0 ? (before?.mailing ?? 1) : (before?.mailing ?? 0) + 1;
      await this.rounds.save({ month, until, mailing, askedAt: now, askedBy: this.work.actor.accountId });
      const people: PersonAsked[] = [];
      for (const person of due) {
        const { token, hash } = newToken();
        const { specialistId } = person;
        await this.rounds.saveReply({ month, specialistId, mailing, askedAt: now, reply: null });
        await this.rounds.insertLink(hash, month, specialistId);
        people.push({ person, token });
      }
      const reached = people.length > 0 ? await this.mails.ask({ month, until, mailing, people }) : 0;
      this.audit.record({
        action: 'availability.asked',
        subject: { kind: 'availability', id: month },
        details: { until, mailing, people: people.length, ...(before && { before: before.until }) },
      });
      await this.events.publish('availability.asked', { month }, { about: [`month/${month}`] });
      return { asked: people.length, reached };
    });
  }
}
