import type { Hours } from '../../../kernel/hours.ts';
import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { type ComingVisit, type FactsAround, isAwayAt, touchesOf } from './touched-visit.ts';

const visit: ComingVisit = {
  visitId: newId(),
  meetingId: newId(),
  month: month('2020-12'),
  startsAt: new Date('2020-12-31T16:00:00Z'),
  endsAt: new Date('2020-12-31T18:00:00Z'),
  day: day('2020-12-31'),
  lastDay: day('2021-01-01'),
  branchId: newId<'Branch'>(),
  from: '23:00',
  lastMinute: '00:59',
  branch: 'Chi bộ 1',
  branchIsInUse: true,
  specialistId: newId(),
  name: 'An',
  isInUse: true,
  hasConflict: false,
  absences: [],
  isMoved: false,
};
const away = (from: string, before: string, hours: Hours | null = null) => ({
  from: day(from),
  before: day(before),
  hours,
  kind: 'sick' as const,
});
const around: FactsAround = { holidayOn: () => null, collisionsOf: () => [], unansweredSince: () => null };

describe('what hits a published visit', () => {
  it.each([
    ['ends before it', away('2020-12-20', '2020-12-31'), false],
    ['ends with its first day', away('2020-12-31', '2021-01-01'), true],
    ['begins after midnight, in the next month', away('2021-01-01', '2021-01-05'), true],
    ['begins the day after', away('2021-01-02', '2021-01-05'), false],
    ['lasts over all of it', away('2020-12-01', '2021-02-01'), true],
    ['is for hours before it', away('2020-12-31', '2021-01-01', { from: '18:00', to: '23:00' }), false],
    ['is for its first hour', away('2020-12-31', '2021-01-01', { from: '18:00', to: '24:00' }), true],
    ['is for hours after midnight', away('2021-01-01', '2021-01-02', { from: '00:30', to: '08:00' }), true],
    ['is for hours after its end', away('2021-01-01', '2021-01-02', { from: '01:00', to: '08:00' }), false],
    ['is for the mornings of many days', away('2020-12-01', '2021-01-01', { from: '00:00', to: '12:00' }), false],
  ])('an absence that %s', (_name, absence, expected) => {
    expect(isAwayAt(visit, absence)).toBe(expected);
    expect(touchesOf({ ...visit, absences: [absence] }, around).length > 0).toBe(expected);
  });

  it('is nothing while nothing has happened', () => {
    expect(touchesOf(visit, around)).toEqual([]);
  });

  it('is each of several facts', () => {
    const hit = { ...visit, isInUse: false, branchIsInUse: false, absences: [away('2020-12-31', '2021-01-01')] };
    const other = { meetingId: newId<'Meeting'>(), branch: 'Chi bộ 2', startsAt: visit.startsAt };
    const touches = touchesOf(hit, {
      holidayOn: (on) => (on === '2020-12-31' ? 'Nghỉ đột xuất' : null),
      collisionsOf: () => [other],
      unansweredSince: () => day('2020-12-29'),
    });
    const causes = ['absence', 'collision', 'specialist', 'branch', 'holiday', 'unanswered'];
    expect(touches.map(({ cause }) => cause)).toEqual(causes);
    expect(touches.map((touch) => touch.with)).toEqual([null, other, null, null, null, null]);
  });

  it('is another collision once one of the meetings moves again', () => {
    const at = (startsAt: Date) =>
      touchesOf(visit, {
        ...around,
        collisionsOf: () => [{ meetingId: visit.meetingId, branch: 'Chi bộ 2', startsAt }],
      }).map(({ fact }) => fact);
    expect(at(visit.startsAt)).toEqual(at(visit.startsAt));
    expect(at(visit.startsAt)).not.toEqual(at(visit.endsAt));
  });

  it('is a day off by law only where the meeting has moved there', () => {
    const law: FactsAround = { ...around, holidayOn: (_day, isMoved) => (isMoved ? 'Tết Dương lịch' : null) };
    expect(touchesOf(visit, law)).toEqual([]);
    expect(touchesOf({ ...visit, isMoved: true }, law)).toMatchObject([
      { cause: 'holiday', holiday: 'Tết Dương lịch' },
    ]);
  });
});
