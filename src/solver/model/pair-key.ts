/** Somebody at a meeting, by their ids. */
export interface PairOfIds {
  readonly specialistId: string;
  readonly meetingId: string;
}

/** One text for one pair, whatever signs its ids hold. */
export function pairKey({ specialistId, meetingId }: PairOfIds): string {
  return JSON.stringify([specialistId, meetingId]);
}
