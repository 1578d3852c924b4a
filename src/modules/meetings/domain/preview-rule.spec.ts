import { addMonths, month, type Month } from '../../../kernel/month.ts';
import type { MeetingRule } from './meeting-rule.ts';
import { lawOfHolidays } from './public-holidays.ts';
import { previewRule } from './preview-rule.ts';
import { WorkCalendar } from './work-calendar.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const rule = (changes: Partial<MeetingRule>): MeetingRule => ({
  dayOfMonth: 3,
  time: '19:30',
  durationMinutes: 90,
  rollWeekend: true,
  thematicMonths: [],
  thematicDay: null,
  ...changes,
});
const months = (from: string, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(month(from), index));

describe('the preview of a rule', () => {
  const seen = async (
    changes: Partial<MeetingRule>,
    from: string,
    count = 1,
    entered: ConstructorParameters<typeof WorkCalendar>[0] = [],
  ) => previewRule(rule(changes), months(from, count), new WorkCalendar(entered, await lawOfHolidays()), ZONE);

  it('gives each month in turn its meeting', async () => {
    const year = await seen({}, '2021-01', 12);
    expect(year.map(({ meetings }) => meetings.map(({ day }) => day.slice(5)))).toEqual([
      ['01-04'],
      ['02-03'],
      ['03-03'],
      ['04-05'],
      ['05-04'],
      ['06-03'],
      ['07-05'],
      ['08-03'],
      ['09-03'],
      ['10-04'],
      ['11-03'],
      ['12-03'],
    ]);
  });

  it('says the kind of each day that it was moved by', async () => {
    const [may] = await seen({ dayOfMonth: 30 }, '2022-04');
    expect(may?.meetings[0]).toMatchObject({
      day: '2022-04-29',
      wanted: '2022-04-30',
      passed: [{ day: '2022-04-30', because: 'holiday', kind: 'public' }],
    });
    const [lieu] = await seen({ dayOfMonth: 1 }, '2022-05');
    expect(lieu?.meetings[0]).toMatchObject({
      day: '2022-05-04',
      passed: [
        { day: '2022-05-01', because: 'holiday', kind: 'public' },
        { day: '2022-05-02', because: 'holiday', kind: 'in_lieu' },
        { day: '2022-05-03', because: 'holiday', kind: 'in_lieu' },
      ],
    });
    const [weekend] = await seen({ dayOfMonth: 5 }, '2020-12');
    expect(weekend?.meetings[0]?.passed).toEqual([
      { day: '2020-12-05', because: 'weekend', kind: null },
      { day: '2020-12-06', because: 'weekend', kind: null },
    ]);
  });

  it('marks the lunar new year in the months that have days of it', async () => {
    const two = await seen({}, '2021-02', 2);
    expect(two.map(({ tet }) => tet)).toEqual([{ from: '2021-02-11', to: '2021-02-16' }, null]);
  });

  it.each([
    ['combined', { thematicMonths: [12] }, [['2020-12-03', 'combined', 120]]],
    [
      'apart',
      { thematicMonths: [12], thematicDay: 17 },
      [
        ['2020-12-03', 'regular', 90],
        ['2020-12-17', 'thematic', 90],
      ],
    ],
    ['of another month', { thematicMonths: [11] }, [['2020-12-03', 'regular', 90]]],
  ] as const)('shows the thematic part: %s', async (_, changes, expected) => {
    const [december] = await seen(changes, '2020-12');
    const shown = december?.meetings.map(({ day, kind, start, end }) => [
      day,
      kind,
      (end.getTime() - start.getTime()) / 60_000,
    ]);
    expect(shown).toEqual(expected);
  });

  it('gives a weekday of the month, and tells the months that do not have it', async () => {
    const year = await seen({ dayOfMonth: '5TU', thematicMonths: [6], thematicDay: '-1FR' }, '2021-01', 7);
    expect(year.map(({ meetings, without }) => [meetings.map(({ day }) => day.slice(5)), without])).toEqual([
      [[], ['regular']],
      [[], ['regular']],
      [['03-30'], []],
      [[], ['regular']],
      [[], ['regular']],
      [['06-25', '06-29'], []],
      [[], ['regular']],
    ]);
    expect(year.flatMap(({ meetings }) => meetings.map(({ isShortened }) => isShortened))).not.toContain(true);
  });

  it('tells where a month has no such day, and where it has no free one', async () => {
    const two = await seen({ dayOfMonth: 31, rollWeekend: false }, '2021-03', 2);
    expect(two.map(({ meetings }) => meetings[0]?.isShortened)).toEqual([false, true]);
    const all = Array.from({ length: 31 }, (_, i) => ({
      day: `2020-12-${String(i + 1).padStart(2, '0')}` as never,
      name: 'Nghỉ',
      kind: 'local' as const,
      isYearly: false,
      lastYear: null,
    }));
    const [december] = await seen({}, '2020-12', 1, all);
    expect(december?.meetings[0]).toMatchObject({ day: '2020-12-03', passed: [], dayOff: 'Nghỉ' });
  });
});
