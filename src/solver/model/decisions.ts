import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { PlanProblem } from '../problem.ts';
import type { Settled } from './settled.ts';

export interface Decision {
  /** Pinned, or its published visit was accepted. */
  readonly must: boolean;
  readonly mustNot: boolean;
  /** See `PairTable.stability`. */
  readonly stability: number;
}

/** What pins and the published plan say about each pair, by positions. */
export class Decisions {
  /**
   * Price of taking back the whole published plan; pairs that are kept have negative prices, which cancel their part of
   * it.
   */
  readonly publishedPrice: number;
  private readonly decided = new Map<number, Decision>();
  private readonly free: Decision;

  constructor(
    { meetings, pins, published }: PlanProblem,
    specialistAt: ReadonlyMap<string, number>,
    private readonly meetingAt: ReadonlyMap<string, number>,
    settled: Settled,
  ) {
    const over = new Set(meetings.flatMap((meeting) => (settled.isOver(meeting) ? [meeting.id] : [])));
    const key = (pair: { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }): number =>
      this.key(specialistAt.get(pair.specialistId) ?? -1, meetingAt.get(pair.meetingId) ?? -1);
    this.free = { must: false, mustNot: false, stability: published?.priceOfNew ?? 0 };
    for (const pin of pins) {
      if (over.has(pin.meetingId)) continue;
      this.decided.set(key(pin), { ...this.free, must: pin.kind === 'must', mustNot: pin.kind === 'must_not' });
    }
    const changed = new Set(published?.changedMeetingIds);
    let publishedPrice = 0;
    for (const assignment of published?.assignments ?? []) {
      const known = this.decided.get(key(assignment)) ?? this.free;
      // A pin outweighs an acceptance: the board may release people from visits that they accepted.
      const accepted = assignment.accepted && !changed.has(assignment.meetingId) && !known.mustNot;
      const must = known.must || accepted || over.has(assignment.meetingId);
      this.decided.set(key(assignment), { ...known, must, stability: -assignment.price });
      publishedPrice += assignment.price;
    }
    this.publishedPrice = publishedPrice;
  }

  decide(specialist: number, meeting: number): Decision {
    return this.decided.get(this.key(specialist, meeting)) ?? this.free;
  }

  private key(specialist: number, meeting: number): number {
    return specialist * (this.meetingAt.size + 1) + meeting;
  }
}
