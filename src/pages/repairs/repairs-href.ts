/** The page that says who could take a seat; without a visit, a seat that nobody has left. */
export function repairsHref(month: string, meetingId: string, visitId: string | null = null): string {
  return `/months/${month}/repairs?meeting=${meetingId}${visitId === null ? '' : `&visit=${visitId}`}`;
}
