import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, AmendmentId, SpecialistId, SwapId, VisitId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { may } from '../../../kernel/permissions.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type VisitLine, VisitsReadModel } from '../../visits/index.ts';
import type { Swap } from '../domain/swap.ts';
import type {} from '../errors.ts';
import { Swaps } from './repositories/swaps.ts';

/** A swap as pages and mails show it. */
export interface SwapLine extends Swap {
  readonly visit: VisitLine;
  readonly other: VisitLine | null;
  readonly giver: string;
  readonly taker: string;
  /** Who asked on behalf of the giver; null where the giver did. */
  readonly askedFor: string | null;
  /** Of the amendment that made it. */
  readonly number: number | null;
}

/** How many swaps wait for somebody, and for the board in each month. */
export interface SwapsWaiting {
  readonly toAnswer: readonly SwapId[];
  readonly toConfirm: readonly { readonly month: Month; readonly count: number }[];
}

/** Reads swaps; takes part in the ambient transaction, if any. */
@Injectable()
export class SwapsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly swaps: Swaps,
    private readonly visits: VisitsReadModel,
  ) {}

  /** @throws DomainError swap.not_found */
  get(id: SwapId): Promise<SwapLine> {
    return this.work.run(async () => this.only(await this.linesOf([await this.swaps.get(id)])));
  }

  /** For the two whom it concerns, and for those who may read all visits. @throws DomainError swap.not_found, swap.not_yours */
  async getFor(actor: Actor, id: SwapId): Promise<SwapLine> {
    const line = await this.get(id);
    const isOwn = actor.specialistId === line.giverId || actor.specialistId === line.takerId;
    if (!isOwn && !may(actor, 'visit.read_all')) throw new DomainError('swap.not_yours', {});
    return line;
  }

  /** The latest first. */
  list(month: Month): Promise<SwapLine[]> {
    return this.work.run(async () => this.linesOf(await this.swaps.list(month)));
  }

  /** The open one of which a visit is part. */
  findOpenOf(visitId: VisitId): Promise<SwapLine | null> {
    return this.work.run(async () => {
      const swap = await this.swaps.findOpenOf(visitId);
      return swap && this.only(await this.linesOf([swap]));
    });
  }

  waiting(takerId: SpecialistId | null, now: Date): Promise<SwapsWaiting> {
    return this.work.run(async () => {
      const toAnswer =
        takerId === null
          ? []
          : await this.work.query<{ id: SwapId }>(
              `select id from swaps where state = 'asked' and taker_id = $1 and starts_at > $2
           and answer_by >= ($2::timestamptz at time zone committee_zone())::date order by answer_by, id`,
              [takerId, now],
            );
      const toConfirm = await this.work.query<{ month: Month; count: number }>(
        `select to_char(month, 'YYYY-MM') as month, count(*)::integer as count from swaps
         where state = 'agreed' and starts_at > $1 group by 1 order by 1`,
        [now],
      );
      return { toAnswer: toAnswer.map(({ id }) => id), toConfirm };
    });
  }

  async nameOf(id: SpecialistId): Promise<string> {
    return (await this.names([id])).get(id) ?? '';
  }

  /** Whether somebody has this account. */
  isAccountOf(accountId: AccountId | null, id: SpecialistId): Promise<boolean> {
    return this.work.run(async () => {
      const found = await this.work.query(
        `select 1 from specialist_accounts where account_id = $1 and specialist_id = $2`,
        [accountId, id],
      );
      return found.length > 0;
    });
  }

  /** Names of specialists. */
  names(ids: readonly SpecialistId[]): Promise<ReadonlyMap<SpecialistId, string>> {
    return this.work.run(async () => {
      const rows = await this.work.query<{ id: SpecialistId; name: string }>(
        `select id, name from specialist_profiles where id = any($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }

  private async linesOf(swaps: readonly Swap[]): Promise<SwapLine[]> {
    const visitIds = swaps.flatMap(({ visitId, otherVisitId }) => (otherVisitId ? [visitId, otherVisitId] : [visitId]));
    const visits = new Map((await this.visits.list(visitIds)).map((line) => [line.id, line]));
    const names = await this.names(swaps.flatMap(({ giverId, takerId }) => [giverId, takerId]));
    const askers = await this.work.query<{ id: AccountId; name: string; specialistId: SpecialistId | null }>(
      `select n.id, n.name, s.specialist_id as "specialistId" from account_names n
       left join specialist_accounts s on s.account_id = n.id where n.id = any($1::uuid[])`,
      [swaps.flatMap(({ askedBy }) => askedBy ?? [])],
    );
    const numbers = await this.work.query<{ id: AmendmentId; number: number }>(
      `select id, number from plan_amendments where id = any($1::uuid[])`,
      [swaps.flatMap(({ amendmentId }) => amendmentId ?? [])],
    );
    return swaps.map((swap) => {
      const visit = visits.get(swap.visitId);
      if (!visit) throw new Error(`the visit of swap ${swap.id} is missing`);
      const asker = askers.find(({ id }) => id === swap.askedBy);
      return {
        ...swap,
        visit,
        other: (swap.otherVisitId && visits.get(swap.otherVisitId)) || null,
        giver: names.get(swap.giverId) ?? '',
        taker: names.get(swap.takerId) ?? '',
        askedFor: asker && asker.specialistId !== swap.giverId ? asker.name : null,
        number: numbers.find(({ id }) => id === swap.amendmentId)?.number ?? null,
      };
    });
  }

  private only([line]: readonly SwapLine[]): SwapLine {
    if (!line) throw new Error('a swap without its line');
    return line;
  }
}
