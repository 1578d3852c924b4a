import type { MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { generateMonth } from '../../../../test/generate/month.ts';
import type { PlanProblem } from '../../../solver/index.ts';
import type { VisitState } from '../../visits/index.ts';
import { askedRepair } from './broken-seat.ts';
import type { PublishedVisit } from './published-month.ts';

const generated = generateMonth({ seed: 8, specialists: 4, meetings: 6, departments: 1, calendar: 'even' });
/** Everybody may go everywhere. */
const month: PlanProblem = {
  ...generated,
  specialists: generated.specialists.map((one) => ({
    ...one,
    unavailable: [],
    ownBranchId: null,
    residenceBranchId: null,
    conflictBranchIds: [],
    lastVisits: [],
    minVisits: 0,
    maxVisits: 9,
  })),
};
const [first, second, third] = month.meetings;
const [lan, minh] = month.specialists;
if (!first || !second || !third || !lan || !minh) throw new Error('too small a month');

const visit = (specialistId: string, meetingId: string, state: VisitState = 'offered'): PublishedVisit => ({
  id: `${specialistId}@${meetingId}` as VisitId,
  specialistId: specialistId as SpecialistId,
  meetingId: meetingId as MeetingId,
  state,
  isAccepted: state === 'accepted',
  startsAt: new Date('2020-12-03T12:30:00Z'),
  endsAt: new Date('2020-12-03T14:00:00Z'),
  countsAsShare: true,
  replacedById: null,
});
const pairs = (list: readonly { readonly specialistId: string; readonly meetingId: string }[]) =>
  list.map(({ specialistId, meetingId }) => `${specialistId} ${meetingId}`);
const seat = (meetingId: string, visitId: string | null = null) => ({
  meetingId: meetingId as MeetingId,
  visitId: visitId as VisitId | null,
});

describe('what the engine is asked about a broken seat', () => {
  it('is the month without the visit in question, short of one, with nobody sent where they had declined', () => {
    const visits = [
      visit(lan.id, first.id, 'accepted'),
      visit(minh.id, first.id, 'declined'),
      visit(minh.id, second.id),
    ];
    const asked = askedRepair({ problem: month, visits }, seat(first.id, `${lan.id}@${first.id}`));
    expect(pairs(asked.known.assignments)).toEqual([`${minh.id} ${second.id}`]);
    expect(asked.events.map(({ kind }) => kind)).toEqual(['declined', 'declined']);
    expect(asked.short).toEqual([first.id]);
  });

  it('leaves where they are those who had declined and were sent there again', () => {
    const visits = [
      visit(minh.id, first.id, 'declined'),
      { ...visit(minh.id, first.id, 'accepted'), id: 'again' as VisitId },
      visit(lan.id, second.id),
    ];
    const asked = askedRepair({ problem: month, visits }, seat(second.id, `${lan.id}@${second.id}`));
    expect(pairs(asked.known.assignments)).toEqual([`${minh.id} ${first.id}`]);
    expect(pairs(asked.events as unknown as PublishedVisit[])).toEqual([`${lan.id} ${second.id}`]);
  });

  it('gives nothing else at that time to whoever declined, except what they go to anyway', () => {
    const at = (id: string, hours: number) => ({
      start: first.start + hours * 60,
      end: first.start + (hours + 2) * 60,
      id,
    });
    const together: PlanProblem = {
      ...month,
      meetings: month.meetings.map((one) => ({
        ...one,
        ...(one.id === second.id && at(second.id, 1)),
        ...(one.id === third.id && at(third.id, 1)),
        ...(one.id === first.id && at(first.id, 0)),
      })),
    };
    const visits = [
      visit(lan.id, first.id, 'declined'),
      visit(minh.id, first.id, 'released'),
      visit(lan.id, second.id),
    ];
    const { problem } = askedRepair({ problem: together, visits }, seat(first.id, `${lan.id}@${first.id}`));
    expect(pairs(problem.pins.filter(({ kind }) => kind === 'must_not'))).toEqual([`${lan.id} ${third.id}`]);
  });

  it('gives whoever declined nothing else on that day, and whoever is only replaced what is at another hour', () => {
    const morning = Math.floor(Date.UTC(2020, 11, 3, 0, 30) / 60_000); // 07:30 in Ho Chi Minh City
    const at = (hours: number) => ({ start: morning + hours * 60, end: morning + (hours + 2) * 60 });
    const oneDay: PlanProblem = {
      ...month,
      meetings: month.meetings.map((one) => ({
        ...one,
        ...(one.id === first.id && at(0)),
        ...(one.id === second.id && at(12)), // that evening, which is the same day there
        ...(one.id === third.id && at(24)),
      })),
    };
    const barred = (state: VisitState) => {
      const { problem } = askedRepair(
        { problem: oneDay, visits: [visit(lan.id, first.id, state)] },
        seat(first.id, `${lan.id}@${first.id}`),
      );
      return pairs(problem.pins.filter(({ kind }) => kind === 'must_not')).filter(
        (pair) => pair.endsWith(second.id) || pair.endsWith(third.id),
      );
    };
    expect(barred('declined')).toEqual([`${lan.id} ${second.id}`]);
    expect(barred('accepted')).toEqual([]);
  });

  it('leaves out other visits that something stands against, and people who have left', () => {
    const busy: PlanProblem = {
      ...month,
      specialists: month.specialists.map((one) =>
        one.id === minh.id ? { ...one, unavailable: [{ from: second.start, to: second.end }] } : one,
      ),
    };
    const visits = [visit(lan.id, first.id), visit(minh.id, second.id), visit('gone', third.id)];
    const asked = askedRepair({ problem: busy, visits }, seat(third.id));
    expect(pairs(asked.known.assignments)).toEqual([`${lan.id} ${first.id}`]);
    expect(asked.events).toEqual([]);
  });

  it('asks nobody for more visits than they have, and takes nothing back that goes beyond a limit', () => {
    const strict: PlanProblem = {
      ...month,
      specialists: month.specialists.map((one) => ({ ...one, minVisits: 1, maxVisits: 1 })),
      departments: month.departments.map((one) => ({ ...one, minVisits: 4, maxVisits: 4 })),
    };
    const visits = [visit(lan.id, first.id), visit(lan.id, third.id)];
    const asked = askedRepair({ problem: strict, visits }, seat(second.id));
    const loads = new Map(
      asked.problem.specialists.map(({ id, minVisits, maxVisits }) => [id, [minVisits, maxVisits]]),
    );
    expect([loads.get(lan.id), loads.get(minh.id)]).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(asked.problem.departments[0]?.minVisits).toBe(2);
  });
});
