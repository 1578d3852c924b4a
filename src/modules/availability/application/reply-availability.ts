import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { type AccountId, type CommitteeId, isId, type SpecialistId } from '../../../kernel/id.ts';
import { addDays, type Day, dayIn, type Month, monthOf } from '../../../kernel/month.ts';
import { tokenHash } from '../../../kernel/secret-token.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { type AvailabilityReply, isWaitedFor, replyBy, type ReplyKind } from '../domain/availability-round.ts';
import type {} from '../errors.ts';
import { AvailabilityRounds } from '../infra/repositories/availability-rounds.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'availability.replied': { readonly month: Month; readonly specialistId: SpecialistId; readonly reply: ReplyKind };
  }
}

/** The address of a link: whose committee, and the secret. */
export interface AvailabilityLink {
  readonly committeeId: CommitteeId;
  readonly token: string;
}

/** An absence that somebody has recorded. */
export interface RecordedAbsence {
  readonly specialistId: SpecialistId;
  readonly from: Day;
  readonly before: Day;
  readonly by: AccountId | null;
}

/** A specialist replies that no day of a month is blocked, or has entered when they are away. */
@Injectable()
export class ReplyAvailability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: AvailabilityRounds,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** By the link of the mail, without an account; a link that is unknown or over changes nothing. */
  async byLink({ committeeId, token }: AvailabilityLink): Promise<void> {
    if (!isId(committeeId)) return;
    await this.work.as(whoeverHolds(committeeId), () =>
      this.work.run(async () => {
        const asked = await this.rounds.replyOfLink(tokenHash(token));
        if (!asked) return;
        await this.rounds.lock(asked.month);
        const round = await this.rounds.find(asked.month);
        const today = dayIn(await this.rounds.zone(), this.clock.now());
        const reply = await this.rounds.replyOf(asked.month, asked.specialistId);
        if (round && reply && isWaitedFor(round, today)) await this.note(reply);
      }),
    );
  }

  /** The same twice is one reply; also after the last day. @throws DomainError availability.not_asked */
  own(month: Month, specialistId: SpecialistId): Promise<void> {
    return this.work.run(async () => {
      await this.rounds.lock(month);
      const reply = await this.rounds.replyOf(month, specialistId);
      if (!reply) throw new DomainError('availability.not_asked', { month });
      await this.note(reply);
    });
  }

  /** Whoever enters an absence has replied for the months that it touches; what the board enters is no reply. */
  entered({ specialistId, from, before, by }: RecordedAbsence): Promise<void> {
    return this.work.run(async () => {
      const person = (await this.rounds.people()).find((one) => one.specialistId === specialistId);
      if (!person || by === null || person.accountId !== by) return;
      const last = monthOf(addDays(before, -1));
      for (const month of await this.rounds.askedMonths(person.specialistId, monthOf(from), last)) {
        await this.rounds.lock(month);
        const reply = await this.rounds.replyOf(month, person.specialistId);
        if (reply) await this.note(reply);
      }
    });
  }

  private async note(asked: AvailabilityReply): Promise<void> {
    const { month, specialistId } = asked;
    const kind = replyBy(await this.rounds.daysAway(month, specialistId));
    if (asked.reply?.kind === kind) return;
    await this.rounds.saveReply({ ...asked, reply: { kind, at: this.clock.now() } });
    this.audit.record({
      action: 'availability.replied',
      subject: { kind: 'availability', id: month },
      details: { specialistId, reply: kind },
    });
    await this.events.publish(
      'availability.replied',
      { month, specialistId, reply: kind },
      { subject: specialistId, about: [`month/${month}`] },
    );
  }
}

/** Whoever holds the link acts for its specialist in this one thing: without an account, and with no role. */
export function whoeverHolds(committeeId: CommitteeId): Actor {
  return { accountId: null, committeeId, roles: [], specialistId: null };
}
