import type { TouchedVisit } from '../../modules/visits/index.ts';
import { touchedRows } from './touched-rows.ts';

type Cause = TouchedVisit['cause'];

const NOW = new Date('2020-12-01T02:00:00Z');

const touched = (cause: Cause, startsAt = '2020-12-14T12:30:00Z') =>
  ({
    visitId: '0b9c7a52-6f5e-4c2d-9d6a-3f1f6a0d7c11',
    meetingId: 'm1',
    month: '2020-12',
    day: '2020-12-14',
    startsAt: new Date(startsAt),
    branch: 'Chi bộ Khu phố 5',
    name: 'Lê Thị Nga',
    cause,
    fact: 'f',
    holiday: null,
    with: null,
    answerBy: null,
  }) as unknown as TouchedVisit;

describe('what is offered for a touched visit', () => {
  it.each<[Cause, boolean, boolean]>([
    ['absence', true, true],
    ['conflict', true, true],
    ['specialist', true, true],
    ['collision', true, true],
    ['unanswered', true, false],
    ['branch', false, false],
    ['holiday', false, false],
  ])('%s: somebody else %s, the month planned again %s', (cause, isRepaired, isReplanned) => {
    const rows = touchedRows([touched(cause)], { zone: 'Asia/Ho_Chi_Minh', now: NOW, sent: null });
    expect([rows.visits[0]?.repairsHref !== null, rows.replans.length > 0]).toEqual([isRepaired, isReplanned]);
  });

  it('nothing once the meeting has begun', () => {
    const rows = touchedRows([touched('absence', '2020-12-01T01:00:00Z')], { zone: 'UTC', now: NOW, sent: null });
    expect([rows.visits[0]?.repairsHref, rows.replans]).toEqual([null, []]);
  });
});
