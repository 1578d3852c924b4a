import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';

/** Somebody at a meeting, by their ids. */
export interface PairOfIds {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
}

/** A text that is unique per pair, whatever characters its ids contain. */
export function pairKey({ specialistId, meetingId }: PairOfIds): string {
  return JSON.stringify([specialistId, meetingId]);
}
