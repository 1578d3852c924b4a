import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { staleEdit } from '../../../../kernel/edit.ts';
import type { MeetingId, SwapId, VisitId } from '../../../../kernel/id.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Swap } from '../../domain/swap.ts';
import type {} from '../../errors.ts';

const SELECT = `select id, to_char(month, 'YYYY-MM') as month, visit_id as "visitId", giver_id as "giverId",
    taker_id as "takerId", other_visit_id as "otherVisitId", reason_kind as "reasonKind", reason, state, answer,
    starts_at as "startsAt", other_starts_at as "otherStartsAt", answer_by as "answerBy", asked_at as "askedAt",
    asked_by as "askedBy", closed_at as "closedAt", closed_by as "closedBy", reminded_at as "remindedAt",
    amendment_id as "amendmentId", revision from swaps`;
const OPEN = `state in ('asked', 'agreed')`;

/** What the two of a swap know about it. */
export interface ToldSwap extends Pick<Swap, 'startsAt' | 'otherStartsAt'> {
  /** The taker has agreed to these hours. */
  readonly isAgreed: boolean;
}

/** Swaps are changed while their month is locked, so that no other change of the plan comes between. */
@Injectable()
export class Swaps {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** @throws DomainError swap.not_found */
  async get(id: SwapId): Promise<Swap> {
    const [swap] = await this.work.query<Swap>(`${SELECT} where id = $1`, [id]);
    if (!swap) throw new DomainError('swap.not_found', {});
    return swap;
  }

  /** The latest first. */
  list(month: Month): Promise<Swap[]> {
    return this.work.query<Swap>(`${SELECT} where month = $1 order by asked_at desc, id desc`, [firstDay(month)]);
  }

  /** Those of a month, or all, in the order of their months. */
  listOpen(month: Month | null): Promise<Swap[]> {
    return this.work.query<Swap>(`${SELECT} where ${OPEN} and ($1::date is null or month = $1) order by month, id`, [
      month && firstDay(month),
    ]);
  }

  /** The month of a visit or a meeting; null where there is none. */
  async monthOf(about: { readonly visitId: VisitId } | { readonly meetingId: MeetingId }): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month }>(
      'visitId' in about
        ? `select to_char(month, 'YYYY-MM') as month from month_visits where id = $1`
        : `select to_char(month, 'YYYY-MM') as month from month_meetings where id = $1`,
      ['visitId' in about ? about.visitId : about.meetingId],
    );
    return row?.month ?? null;
  }

  /** The open one of which a visit is part, on either side. */
  async findOpenOf(visitId: VisitId): Promise<Swap | null> {
    const [swap] = await this.work.query<Swap>(
      `${SELECT} where ${OPEN} and (visit_id = $1 or other_visit_id = $1) order by id limit 1`,
      [visitId],
    );
    return swap ?? null;
  }

  async insert(swap: Swap): Promise<void> {
    await this.work.query(
      `insert into swaps (committee_id, id, month, visit_id, giver_id, taker_id, other_visit_id, reason_kind, reason,
         state, answer, starts_at, other_starts_at, answer_by, asked_at, asked_by, revision, told_starts_at,
         told_other_starts_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $11, $12)`,
      [
        swap.id,
        firstDay(swap.month),
        swap.visitId,
        swap.giverId,
        swap.takerId,
        swap.otherVisitId,
        swap.reasonKind,
        swap.reason,
        swap.state,
        swap.answer,
        swap.startsAt,
        swap.otherStartsAt,
        swap.answerBy,
        swap.askedAt,
        swap.askedBy,
        swap.revision,
      ],
    );
  }

  /** What the two were told last. @throws DomainError swap.not_found */
  async told(id: SwapId): Promise<ToldSwap> {
    const [told] = await this.work.query<ToldSwap>(
      `select told_starts_at as "startsAt", told_other_starts_at as "otherStartsAt", told_agreed as "isAgreed"
       from swaps where id = $1 for update`,
      [id],
    );
    if (!told) throw new DomainError('swap.not_found', {});
    return told;
  }

  /** They have been told, or need not be told, that it is about these hours, and that the taker is asked anew. */
  async noteTold({ id, startsAt, otherStartsAt }: Pick<Swap, 'id' | 'startsAt' | 'otherStartsAt'>): Promise<void> {
    await this.work.query(
      `update swaps set told_starts_at = $2, told_other_starts_at = $3, told_agreed = false where id = $1`,
      [id, startsAt, otherStartsAt],
    );
  }

  /** Stores a changed one and returns it with its new revision. @throws DomainError edit.stale */
  async update(swap: Swap): Promise<Swap> {
    const rows = await this.work.query<{ id: SwapId }>(
      `with updated as (update swaps set state = $3, answer = $4, starts_at = $5, other_starts_at = $6, answer_by = $7,
         closed_at = $8, closed_by = $9, reminded_at = $10, amendment_id = $11, revision = revision + 1,
         told_agreed = told_agreed or $3 = 'agreed'
       where id = $1 and revision = $2 returning id) select id from updated`,
      [
        swap.id,
        swap.revision,
        swap.state,
        swap.answer,
        swap.startsAt,
        swap.otherStartsAt,
        swap.answerBy,
        swap.closedAt,
        swap.closedBy,
        swap.remindedAt,
        swap.amendmentId,
      ],
    );
    if (rows.length === 0) throw staleEdit();
    return { ...swap, revision: swap.revision + 1 };
  }
}
