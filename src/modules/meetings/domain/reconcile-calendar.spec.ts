import { type BranchId } from '../../../kernel/id.ts';
import { day, month, type Day } from '../../../kernel/month.ts';
import { cancel, type Meeting, move } from './meeting.ts';
import type { MeetingRule } from './meeting-rule.ts';
import { monthCalendar } from './month-calendar.ts';
import { reconcileCalendar } from './reconcile-calendar.ts';

const HCM = 'Asia/Ho_Chi_Minh';
const december = month('2020-12');
const rule: MeetingRule = {
  dayOfMonth: 3,
  time: '19:30',
  durationMinutes: 90,
  rollWeekend: true,
  thematicMonths: [],
  thematicDay: null,
};
type Rules = Readonly<Record<string, Partial<MeetingRule>>>;
const foreseen = (rules: Rules, holidays = new Map<Day, string>()) =>
  monthCalendar(
    Object.entries(rules).map(([id, own]) => ({ id: id as BranchId, rule: { ...rule, ...own } })),
    december,
    holidays,
    HCM,
  );
const made = (rules: Rules) => reconcileCalendar([], foreseen(rules), december).added;
const only = (meetings: readonly Meeting[]): Meeting => {
  const [meeting, ...others] = meetings;
  if (!meeting || others.length > 0) throw new Error(`one meeting was expected: ${meetings.length}`);
  return meeting;
};
const elsewhere = { day: day('2020-12-08'), time: '08:00', minutes: 60, place: 'Nhà văn hóa', note: '' };

describe('making a calendar again', () => {
  it('adds what is missing and leaves the rest', () => {
    const again = reconcileCalendar(made({ a: {} }), foreseen({ a: {}, b: {} }), december);
    expect(again).toMatchObject({ changed: [], removed: [], unchanged: 1 });
    expect(only(again.added).branchId).toBe('b');
  });

  it('moves an untouched meeting when its rule or a holiday has changed', () => {
    const stored = made({ a: {} });
    const holidays = new Map([[day('2020-12-03'), 'Nghỉ bù']]);
    const again = reconcileCalendar(stored, foreseen({ a: {} }, holidays), december);
    expect(only(again.changed)).toMatchObject({
      id: only(stored).id,
      startsAt: new Date('2020-12-04T12:30:00Z'),
      wantedOn: '2020-12-03',
      passed: [{ day: '2020-12-03', because: 'holiday', name: 'Nghỉ bù' }],
      revision: 2,
    });
    expect(reconcileCalendar(again.changed, foreseen({ a: {} }, holidays), december).unchanged).toBe(1);
  });

  it('turns a regular meeting into a combined one rather than adding a second', () => {
    const again = reconcileCalendar(made({ a: {} }), foreseen({ a: { thematicMonths: [12] } }), december);
    expect(only(again.changed).kind).toBe('combined');
    expect([again.added, again.removed]).toEqual([[], []]);
  });

  it('takes out what the rule no longer foresees', () => {
    const stored = made({ a: { thematicMonths: [12], thematicDay: 17 }, b: {} });
    expect(stored).toHaveLength(3);
    const again = reconcileCalendar(stored, foreseen({ a: {} }), december);
    expect(again.removed.map(({ branchId, kind }) => [branchId, kind]).sort()).toEqual([
      ['a', 'thematic'],
      ['b', 'regular'],
    ]);
  });

  it('never touches what somebody moved or cancelled', () => {
    const moved = move(only(made({ a: {} })), elsewhere, HCM);
    const cancelled = cancel(only(made({ b: {} })), 'Chi bộ xin nghỉ');
    const again = reconcileCalendar([moved, cancelled], foreseen({ a: { dayOfMonth: 15 }, b: {} }), december);
    expect(again).toEqual({ added: [], changed: [], removed: [], kept: 2, unchanged: 0 });
    expect(reconcileCalendar([moved, cancelled], foreseen({}), december).removed).toEqual([]);
  });
});

describe('an edit of a meeting', () => {
  it('is noted as such and counts up its revision', () => {
    expect(move(only(made({ a: {} })), elsewhere, HCM)).toMatchObject({
      startsAt: new Date('2020-12-08T01:00:00Z'),
      endsAt: new Date('2020-12-08T02:00:00Z'),
      place: 'Nhà văn hóa',
      source: 'edit',
      slot: 'main',
      revision: 2,
    });
  });

  it('stays in its month', () => {
    const meeting = only(made({ a: {} }));
    expect(() => move(meeting, { ...elsewhere, day: day('2021-01-04') }, HCM)).toThrow('meeting.outside_month');
  });

  it('does not move what is cancelled', () => {
    const meeting = cancel(only(made({ a: {} })), '');
    expect(() => move(meeting, elsewhere, HCM)).toThrow('meeting.is_cancelled');
  });
});
