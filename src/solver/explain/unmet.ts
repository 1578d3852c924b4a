import type { MeetingRef } from '../../kernel/id.ts';
import type { Choice } from '../model/evaluate.ts';
import { choiceOfPlan, knownModel, type MonthModel } from '../model/month-model.ts';
import { findPair } from '../model/pair-table.ts';
import type { Candidate, Plan, UnmetMeeting } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { situationOf } from './situation.ts';
import { type CurrentAssignments, currentAssignments } from './current-assignments.ts';

/**
 * Limit on the candidates listed in one plan, over all meetings, so that a month that lacks thousands of observers
 * stays a small file.
 */
const MOST_TOLD = 100_000;

/** Every meeting with fewer observers than it wants, and for everybody in the committee why they are not there. */
export function unmetMeetings(model: MonthModel, choice: Choice): UnmetMeeting[] {
  const current = currentAssignments(model, choice);
  let told = 0;
  return model.meetings.flatMap((meeting, m) => {
    const present = current.counts.observers[m] ?? 0;
    if (present >= meeting.minObservers) return [];
    told += model.specialists.length;
    return [unmetMeeting(current, choice, m, told > MOST_TOLD)];
  });
}

/** The same for one meeting, never abridged; null where it has all its observers or does not exist. */
export function unmetInFull(
  problem: PlanProblem,
  plan: Pick<Plan, 'assignments'>,
  meetingId: MeetingRef,
): UnmetMeeting | null {
  const model = knownModel(problem);
  const choice = choiceOfPlan(model, plan.assignments);
  const current = currentAssignments(model, choice);
  const m = model.meetings.findIndex(({ id }) => id === meetingId);
  const wanted = model.meetings[m]?.minObservers ?? 0;
  return (current.counts.observers[m] ?? 0) >= wanted ? null : unmetMeeting(current, choice, m, false);
}

function unmetMeeting(current: CurrentAssignments, choice: Choice, m: number, isAbridged: boolean): UnmetMeeting {
  const { model, counts } = current;
  const meeting = model.meetings[m];
  if (meeting === undefined) throw new Error('a meeting outside its model');
  const present = counts.observers[m] ?? 0;
  const lost = (model.seatValues[m] ?? []).slice(present, meeting.minObservers);
  return {
    meetingId: meeting.id,
    present,
    missing: meeting.minObservers - present,
    lost: lost.reduce((sum, value) => sum + value, 0),
    ...(isAbridged ? { candidates: [], ineligible: [], abridged: true } : whoIsNotThere(current, choice, m)),
  };
}

function whoIsNotThere(
  current: CurrentAssignments,
  choice: Choice,
  m: number,
): Pick<UnmetMeeting, 'candidates' | 'ineligible'> {
  const { model } = current;
  const candidates: Candidate[] = [];
  const ineligible: UnmetMeeting['ineligible'][number][] = [];
  model.specialists.forEach((specialist, s) => {
    const pair = findPair(model.pairs, s, m);
    if (pair < 0) {
      ineligible.push({ specialistId: specialist.id, reasons: model.reasonsAgainst(s, m) });
    } else if (choice[pair] !== 1) {
      candidates.push({ specialistId: specialist.id, situation: situationOf(current, pair) });
    }
  });
  return { candidates, ineligible };
}
