import type { MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { day, instantOf } from '../../../kernel/month.ts';
import type { VisitState } from '../../visits/index.ts';
import { type Declined, declinedThen } from './declined-then.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const occasion = (meetingId: string, on: string, from: string, to: string) => ({
  meetingId: meetingId as MeetingId,
  startsAt: instantOf(day(on), from, ZONE),
  endsAt: instantOf(day(on), to, ZONE),
});
/** In universal time it is on another day than the early meeting of its day. */
const EVENING = occasion('evening', '2020-12-03', '19:30', '21:00');
const EARLY = occasion('early', '2020-12-03', '06:30', '08:00');
const SAME_HOUR = occasion('same hour', '2020-12-03', '20:00', '21:30');
const NEXT_DAY = occasion('next day', '2020-12-04', '06:30', '08:00');

describe('whoever has declined', () => {
  it.each<[string, (readonly [typeof EVENING, VisitState])[], Declined | undefined]>([
    ['this meeting', [[EVENING, 'declined']], 'here'],
    ['another at its time', [[SAME_HOUR, 'declined']], 'then'],
    ['another on its day in the committee’s zone', [[EARLY, 'declined']], 'that_day'],
    ['another on the next day', [[NEXT_DAY, 'declined']], undefined],
    ['nothing, but was taken off', [[EVENING, 'released']], undefined],
    [
      'several, of which the nearest counts',
      [
        [EARLY, 'declined'],
        [SAME_HOUR, 'declined'],
        [EVENING, 'declined'],
        [EARLY, 'declined'],
      ],
      'here',
    ],
    [
      'one at its time before one on its day',
      [
        [SAME_HOUR, 'declined'],
        [EARLY, 'declined'],
      ],
      'then',
    ],
  ])('%s', (_, declined, known) => {
    const visits = declined.map(([at, state]) => ({ ...at, state, specialistId: 'nga' as SpecialistId }));
    expect(declinedThen(visits, EVENING, ZONE).get('nga')).toBe(known);
  });
});
