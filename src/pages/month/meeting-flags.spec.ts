import { type BranchId, newId } from '../../kernel/id.ts';
import { type Day, day, month } from '../../kernel/month.ts';
import { type MonthMeeting, WorkCalendar } from '../../modules/meetings/index.ts';
import { calendarAddress, calendarQuery, isAskedFor } from './calendar-query.ts';
import { meetingFlags } from './meeting-flags.ts';

const workdays = new WorkCalendar(new Map([[day('2021-01-01'), 'Tết Dương lịch']]));

function aMeeting(on: string, branch: string, more: Partial<MonthMeeting> = {}): MonthMeeting {
  const startsAt = new Date(`${on}T12:30:00Z`);
  return {
    id: newId(),
    day: on as Day,
    startsAt,
    endsAt: startsAt,
    kind: 'regular',
    state: 'scheduled',
    source: 'rule',
    isAdded: false,
    place: 'Trụ sở khu phố',
    ownPlace: '',
    note: '',
    wantedOn: on as Day,
    passed: [],
    revision: 1,
    branch: {
      id: branch as BranchId,
      code: branch,
      name: `Chi bộ ${branch}`,
      shortName: branch,
      typeCode: '',
      organisation: 'Phường 8',
      members: 1,
      coordinates: null,
    },
    ...more,
  };
}

describe('what is to be looked at about a meeting', () => {
  const one = aMeeting('2021-01-05', 'a');
  it.each<readonly [string, MonthMeeting, readonly MonthMeeting[], readonly string[]]>([
    ['nothing', one, [], []],
    ['edited', { ...one, source: 'edit' }, [], ['edited']],
    ['added, which is more than edited', { ...one, source: 'edit', isAdded: true }, [], ['added']],
    ['moved by its rule', { ...one, wantedOn: day('2021-01-03') }, [], ['moved']],
    ['on a holiday', aMeeting('2021-01-01', 'a'), [], ['day_off']],
    ['at a weekend by its rule', aMeeting('2021-01-03', 'a'), [], []],
    [
      'at a weekend by hand',
      aMeeting('2021-01-03', 'a', { source: 'edit', wantedOn: null }),
      [],
      ['edited', 'day_off'],
    ],
    ['twice on a day', one, [aMeeting('2021-01-05', 'a', { kind: 'thematic' })], ['doubled']],
    ['a second one in the month', one, [aMeeting('2021-01-20', 'a')], ['second']],
    ['a combined one stands for both', one, [aMeeting('2021-01-20', 'a', { kind: 'combined' })], ['second']],
    ['a thematic one beside a regular one', one, [aMeeting('2021-01-20', 'a', { kind: 'thematic' })], []],
    ['another that is cancelled', one, [aMeeting('2021-01-05', 'a', { state: 'cancelled' })], []],
    ['another branch', one, [aMeeting('2021-01-05', 'b')], []],
    ['a crowded day', aMeeting('2021-01-06', 'a'), [], ['crowded']],
    [
      'cancelled',
      { ...one, state: 'cancelled', source: 'edit' },
      [aMeeting('2021-01-05', 'a')],
      ['cancelled', 'edited'],
    ],
  ])('%s', (_, meeting, others, flags) => {
    const found = meetingFlags([meeting, ...others], workdays, (on) => on === '2021-01-06');
    expect([...(found.get(meeting.id) ?? [])]).toEqual(flags);
  });
});

describe('a filtered calendar', () => {
  const one = aMeeting('2021-01-05', 'KP5', { note: 'Dời theo đề nghị' });
  it.each<readonly [string, boolean]>([
    ['', true],
    ['q=khu%20pho%20kp5', true],
    ['q=de+nghi', true],
    ['q=kp6', false],
    ['day=2021-01-05', true],
    ['day=05/01/2021', true],
    ['day=2021-01-06', false],
    ['organisation=Phường 8&kind=regular&show=edited', true],
    ['organisation=Phường 9', false],
    ['kind=thematic', false],
    ['show=doubled', false],
    ['show=nonsense', true],
    [`q=kp6&saved=${one.id}`, true],
  ])('by %s', (search, isShown) => {
    const query = calendarQuery(Object.fromEntries(new URLSearchParams(search)));
    expect(isAskedFor(one, new Set(['edited']), query)).toBe(isShown);
  });

  it('keeps its address, and leads back to the saved row', () => {
    const query = calendarQuery({ q: 'Khu phố', day: '2021-01-05', show: 'edited', saved: 'x' });
    expect(calendarAddress(month('2021-01'), query, '', 'm1')).toBe(
      '/months/2021-01/calendar?q=Khu+ph%E1%BB%91&day=2021-01-05&show=edited&saved=m1#m-m1',
    );
    expect(calendarAddress(month('2021-01'), calendarQuery({}), '/add')).toBe('/months/2021-01/calendar/add');
  });
});
