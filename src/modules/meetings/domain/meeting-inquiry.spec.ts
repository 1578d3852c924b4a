import { newId } from '../../../kernel/id.ts';
import { day, instantOf, month } from '../../../kernel/month.ts';
import { extraMeeting, type Meeting } from './meeting.ts';
import {
  answered,
  ask,
  type InquiryAnswer,
  isAsPlanned,
  isToBeAsked,
  linkState,
  type MeetingInquiry,
  occasionOf,
  standingOf,
  wishFault,
} from './meeting-inquiry.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (text: string, time = '19:30') => instantOf(day(text), time, ZONE);
const meeting: Meeting = extraMeeting(
  { id: newId(), branchId: newId(), month: month('2020-12'), kind: 'regular' },
  { day: day('2020-12-03'), time: '19:30', minutes: 90, place: '', note: 'Ghi chú' },
  ZONE,
);
const asked: MeetingInquiry = ask(null, {
  meetingId: meeting.id,
  mailing: 1,
  askedAt: at('2020-11-21'),
  askedBy: null,
  askedOf: 'bi.thu@mau.example',
  mayMove: false,
});
const withAnswer = (kind: InquiryAnswer['kind'], changes: Partial<InquiryAnswer> = {}): MeetingInquiry =>
  answered(asked, {
    kind,
    at: at('2020-11-22'),
    startsAt: meeting.startsAt,
    place: '',
    word: '',
    decision: null,
    ...changes,
  });

describe('the question to a branch about its meeting', () => {
  it.each([
    ['unasked', null],
    ['unanswered', asked],
    ['confirmed', withAnswer('confirmed')],
    ['moved', withAnswer('moved')],
    ['moved', withAnswer('accepted')],
    ['wished', withAnswer('wished', { startsAt: at('2020-12-08') })],
    ['kept', withAnswer('declined', { startsAt: at('2020-12-08') })],
    ['outdated', withAnswer('confirmed', { startsAt: at('2020-12-02') })],
    ['outdated', withAnswer('moved', { place: 'Nơi khác' })],
  ] as const)('stands as %s', (standing, inquiry) => {
    expect(standingOf(inquiry, meeting)).toBe(standing);
    expect(isToBeAsked(standing)).toBe(['unasked', 'unanswered', 'outdated'].includes(standing));
  });

  it.each([
    ['open', asked, '2020-12-02', 'scheduled'],
    ['over', asked, '2020-12-03', 'scheduled'],
    ['over', withAnswer('confirmed'), '2020-12-04', 'scheduled'],
    ['cancelled', asked, '2020-12-01', 'cancelled'],
    ['answered', withAnswer('wished', { startsAt: at('2020-12-08') }), '2020-12-01', 'scheduled'],
    ['open', withAnswer('confirmed', { startsAt: at('2020-12-02') }), '2020-12-01', 'scheduled'],
  ] as const)('has a link that is %s', (state, inquiry, today, meetingState) => {
    expect(linkState(inquiry, { ...meeting, state: meetingState }, day(today), ZONE)).toBe(state);
  });

  it.each([
    ['2020-12-08', null],
    ['2020-12-06', null],
    ['2020-11-25', { code: 'past', day: '2020-11-25' }],
    ['2020-11-24', { code: 'past', day: '2020-11-24' }],
    ['2021-01-04', { code: 'outside_month' }],
    ['2020-12-24', { code: 'holiday', day: '2020-12-24', name: 'Nghỉ riêng' }],
  ] as const)('takes a wish for %s, or says why not', (wished, fault) => {
    const daysOff = new Map([[day('2020-12-24'), 'Nghỉ riêng']]);
    expect(wishFault({ day: day(wished) }, meeting, day('2020-11-25'), daysOff)).toEqual(fault);
  });

  it('knows a wish that changes nothing', () => {
    const wish = { day: day('2020-12-03'), time: '19:30', place: '', word: 'Đúng' };
    expect(isAsPlanned(wish, meeting, ZONE)).toBe(true);
    for (const other of [{ day: day('2020-12-04') }, { time: '19:00' }, { place: 'Nơi khác' }]) {
      expect(isAsPlanned({ ...wish, ...other }, meeting, ZONE)).toBe(false);
    }
  });

  it('keeps length and note of a meeting that moves', () => {
    expect(occasionOf({ startsAt: at('2020-12-08', '18:00'), place: 'Trường mẫu' }, meeting, ZONE)).toEqual({
      day: '2020-12-08',
      time: '18:00',
      minutes: 90,
      place: 'Trường mẫu',
      note: 'Ghi chú',
    });
  });

  it('is asked anew without the former answer', () => {
    const again = ask(withAnswer('confirmed'), { ...asked, mailing: 2 });
    expect([again.answer, again.mailing, again.revision]).toEqual([null, 2, 3]);
  });
});
