import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { findPair } from '../model/pair-table.ts';
import type { Candidate, UnmetMeeting } from '../plan.ts';
import { situationOf } from './situation.ts';
import { standingOf } from './standing.ts';

/** Every meeting with fewer observers than it wants, and for everybody in the committee why they are not there. */
export function unmetMeetings(model: MonthModel, choice: Choice): UnmetMeeting[] {
  const standing = standingOf(model, choice);
  const { observers } = standing.counts;
  return model.meetings.flatMap((meeting, m) => {
    const present = observers[m] ?? 0;
    if (present >= meeting.minObservers) return [];
    const candidates: Candidate[] = [];
    const ineligible: UnmetMeeting['ineligible'][number][] = [];
    model.specialists.forEach((specialist, s) => {
      const pair = findPair(model.pairs, s, m);
      if (pair < 0) {
        ineligible.push({ specialistId: specialist.id, reasons: model.reasonsAgainst(s, m) });
      } else if (choice[pair] !== 1) {
        candidates.push({ specialistId: specialist.id, situation: situationOf(standing, pair) });
      }
    });
    const lost = (model.seatValues[m] ?? []).slice(present, meeting.minObservers);
    return {
      meetingId: meeting.id,
      present,
      missing: meeting.minObservers - present,
      lost: lost.reduce((sum, value) => sum + value, 0),
      candidates,
      ineligible,
    };
  });
}
