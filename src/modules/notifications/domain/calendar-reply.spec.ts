import ICAL from 'ical.js';
import { readCalendarReplies } from './calendar-reply.ts';

/** As another program writes it: quoted names with colons and commas, folded lines, escaped words. */
function reply(partstat: string, method = 'REPLY'): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('method', method);
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', '01a22378-2125-76f8-87c6-b480df481202@giaoban.example');
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString('2020-11-26T02:00:00Z'));
  event.updatePropertyWithValue('comment', 'Tôi đi học,\nxin thôi; cảm ơn');
  const attendee = event.addPropertyWithValue('attendee', 'MAILTO:Nga@Mau.example');
  attendee.setParameter('cn', 'Lê Thị Nga: Ban Tổ chức, Quận ủy; một tên thật dài để dòng phải được gấp lại');
  attendee.setParameter('partstat', partstat);
  attendee.setParameter('sent-by', 'mailto:van.thu@mau.example');
  calendar.addSubcomponent(event);
  return calendar.toString();
}

describe('the reply of a calendar program', () => {
  it('is read as another program writes it', () => {
    expect(readCalendarReplies(reply('DECLINED'))).toEqual([
      {
        uid: '01a22378-2125-76f8-87c6-b480df481202@giaoban.example',
        answer: 'declined',
        attendee: 'nga@mau.example',
        sentBy: 'van.thu@mau.example',
        comment: 'Tôi đi học, xin thôi; cảm ơn',
        stamp: '20201126T020000Z',
      },
    ]);
  });

  it.each([
    ['another method', reply('DECLINED', 'REQUEST')],
    ['no answer', reply('NEEDS-ACTION')],
    ['no calendar', 'METHOD:REPLY'],
    ['nothing', ''],
  ])('is none with %s', (_name, ics) => {
    expect(readCalendarReplies(ics)).toEqual([]);
  });
});
