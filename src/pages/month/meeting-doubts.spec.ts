import { type BranchId, newId } from '../../kernel/id.ts';
import { day } from '../../kernel/month.ts';
import { type MonthMeeting, WorkCalendar } from '../../modules/meetings/index.ts';
import { meetingDoubts } from './meeting-doubts.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const meeting = (branchId: string, on: string): MonthMeeting => ({
  id: newId(),
  day: day(on),
  startsAt: new Date(`${on}T12:30:00Z`),
  endsAt: new Date(`${on}T14:00:00Z`),
  kind: 'regular',
  state: 'scheduled',
  source: 'rule',
  isAdded: false,
  place: '',
  ownPlace: '',
  note: '',
  wantedOn: null,
  passed: [],
  revision: 1,
  branch: {
    id: branchId as BranchId,
    code: 'A',
    name: 'A',
    shortName: 'A',
    typeCode: 'quarter',
    organisation: '',
    members: 10,
    coordinates: null,
  },
});
const first = meeting('a', '2021-01-05');
const all = [first, meeting('b', '2021-01-06')];
const calendar = new WorkCalendar([
  { day: day('2021-01-01'), name: 'Tết', kind: 'public', isYearly: false, lastYear: null },
  { day: day('2021-01-09'), name: 'Làm bù', kind: 'worked', isYearly: false, lastYear: null },
]);

describe('the doubts about a meeting that is to be saved', () => {
  it.each([
    ['a day off', { branchId: 'c', id: null, day: '2021-01-01' }, ['calendar.doubt.holiday']],
    ['a Saturday', { branchId: 'c', id: null, day: '2021-01-02' }, ['calendar.doubt.weekend']],
    ['a worked Saturday', { branchId: 'c', id: null, day: '2021-01-09' }, []],
    ['a working day', { branchId: 'c', id: null, day: '2021-01-07' }, []],
    ['a second meeting of the month', { branchId: 'a', id: null, day: '2021-01-07' }, ['calendar.doubt.second']],
    ['a second meeting of the day', { branchId: 'a', id: null, day: '2021-01-05' }, ['calendar.doubt.double']],
    [
      'a thematic meeting beside the regular one',
      { branchId: 'a', id: null, day: '2021-01-07', kind: 'thematic' as const },
      [],
    ],
    ['its own day again', { branchId: 'a', id: first.id, day: '2021-01-05' }, []],
    ['another working day', { branchId: 'a', id: first.id, day: '2021-01-07' }, []],
    ['a move to a Sunday', { branchId: 'a', id: first.id, day: '2021-01-03' }, ['calendar.doubt.weekend']],
  ])('%s', (_name, wanted, keys) => {
    const doubts = meetingDoubts(
      { kind: 'regular', ...wanted, day: day(wanted.day), time: '19:30' },
      all,
      calendar,
      ZONE,
    );
    expect(doubts.map(({ key }) => key)).toEqual(keys);
  });
});
