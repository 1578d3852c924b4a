import type { MeetingRef, VisitRef } from '../../kernel/id.ts';

/** The page that says who could take a seat; without a visit, a seat that nobody has left. */
export function repairsHref(month: string, meetingId: MeetingRef, visitId: VisitRef | null = null): string {
  return `/months/${month}/repairs?meeting=${meetingId}${visitId === null ? '' : `&visit=${visitId}`}`;
}
