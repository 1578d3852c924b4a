import type { VisitOccasion } from '../../notifications/index.ts';
import { takesPlace } from '../domain/visit-state.ts';
import type { VisitLine } from './visits-read-model.ts';

/** The visits of one person that a calendar shows: not those that were declined, cancelled or missed. */
export function visitOccasions(
  lines: readonly VisitLine[],
  { name, email }: { readonly name: string; readonly email: string },
  publicUrl: string,
): VisitOccasion[] {
  return lines
    .filter(({ state }) => takesPlace(state))
    .map((line) => ({
      visitId: line.id,
      sequence: line.calendarSequence,
      startsAt: line.startsAt,
      endsAt: line.endsAt,
      zone: line.zone,
      label: line.branchShort,
      place: line.place,
      link: `${publicUrl}/my/visits/${line.id}`,
      attendee: { name, address: email, accepted: line.state !== 'offered' },
    }));
}
