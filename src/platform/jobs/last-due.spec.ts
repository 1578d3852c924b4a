import { lastDue } from './last-due.ts';

const SAIGON = 'Asia/Ho_Chi_Minh';

describe('the last instant at which a schedule was due', () => {
  it.each([
    ['each second', '* * * * * *', SAIGON, '2026-11-28T02:00:00.400Z', '2026-11-28T02:00:00Z'],
    ['each hour', '0 30 * * * *', SAIGON, '2026-11-28T02:29:59Z', '2026-11-28T01:30:00Z'],
    ['each night, a moment before', '0 15 3 * * *', SAIGON, '2026-11-27T20:14:59Z', '2026-11-26T20:15:00Z'],
    ['each night, at the very instant', '0 15 3 * * *', SAIGON, '2026-11-27T20:15:00Z', '2026-11-27T20:15:00Z'],
    ['each month', '0 0 6 20 * *', SAIGON, '2026-12-19T22:59:00Z', '2026-11-19T23:00:00Z'],
    ['each month, after a short one', '0 0 6 20 * *', SAIGON, '2027-03-19T22:00:00Z', '2027-02-19T23:00:00Z'],
    ['a pair in a day, far apart', '0 0 1,2 * * *', SAIGON, '2026-11-28T17:30:00Z', '2026-11-27T19:00:00Z'],
    [
      'in a zone where the clock is set',
      '0 30 2 * * *',
      'Europe/Berlin',
      '2026-03-30T10:00:00Z',
      '2026-03-30T00:30:00Z',
    ],
    ['each year, within forty days', '0 0 0 1 1 *', SAIGON, '2027-02-05T00:00:00Z', '2026-12-31T17:00:00Z'],
    ['each year, longer ago', '0 0 0 1 1 *', SAIGON, '2027-06-05T00:00:00Z', null],
  ])('%s', (_, cron, zone, now, due) => {
    expect(lastDue({ cron, zone }, new Date(now))).toEqual(due && new Date(due));
  });
});
