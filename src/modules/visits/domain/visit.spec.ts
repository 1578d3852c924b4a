import fc from 'fast-check';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import {
  accept,
  callOff,
  complete,
  mayWrite,
  mustBelongTo,
  nameStandIn,
  refuse,
  release,
  takeBack,
  type Visit,
} from './visit.ts';

const at = new Date('2020-11-26T02:00:00Z');
const startsAt = new Date('2020-12-03T12:30:00Z');
const afterStart = new Date('2020-12-03T12:30:00Z');
const because = (reason: string) => ({ kind: 'ill', reason }) as const;
const decline = (visit: Visit, reason: string, when = at) => refuse(visit, because(reason), when, startsAt);
const offered: Visit = {
  id: newId<'Visit'>(),
  branchId: newId(),
  specialistId: newId(),
  meetingId: newId(),
  month: month('2020-12'),
  planId: newId(),
  heldOn: day('2020-12-03'),
  kind: 'regular',
  state: 'offered',
  declineReason: null,
  declineKind: null,
  standInId: null,
  replacedById: null,
  amendmentId: null,
  answeredAt: null,
  isOutsidePlan: false,
  countsAsShare: true,
  calendarSequence: 0,
  revision: 1,
};

const nameStandInOf = (visit: Visit) => (visit.state === 'accepted' ? nameStandIn(visit, newId()) : visit);

describe('a visit', () => {
  it('is accepted once, however often the button is pressed', () => {
    const accepted = accept(offered, at);
    expect(accepted).toMatchObject({ state: 'accepted', answeredAt: at });
    expect(accept(accepted, new Date('2020-11-27T02:00:00Z'))).toBe(accepted);
  });

  it('is declined with a reason, even after it was accepted', () => {
    expect(() => decline(offered, '  ')).toThrow('visit.reason_missing');
    expect(decline(offered, 'ố'.repeat(500)).declineReason).toHaveLength(500);
    expect(() => decline(offered, 'ố'.repeat(501))).toThrow('visit.reason_long');
    expect(decline(accept(offered, at), ' bị ốm ')).toMatchObject({
      state: 'declined',
      declineReason: 'bị ốm',
      declineKind: 'ill',
    });
  });

  it('takes no answer and no form once it is off', () => {
    const declined = decline(offered, 'bận');
    expect(() => accept(declined, at)).toThrow('visit.already_answered');
    expect(() => complete(declined)).toThrow('visit.not_open');
    expect(() => decline(complete(offered), 'bận')).toThrow('visit.already_answered');
  });

  it.each([
    ['a moment before it begins', new Date('2020-12-03T12:29:59Z'), 'declined'],
    ['when it has begun', afterStart, 'missed'],
    ['a week later', new Date('2020-12-10T12:30:00Z'), 'missed'],
  ])('that somebody cannot make is one that they declined or missed: %s', (_name, when, state) => {
    expect(decline(accept(offered, at), 'ốm', when).state).toBe(state);
  });

  it('is said to be missed once, and again only with another reason', () => {
    const missed = decline(offered, 'ốm', afterStart);
    expect(decline(missed, ' ốm ', new Date('2020-12-05T02:00:00Z'))).toBe(missed);
    expect(() => decline(missed, 'bận', afterStart)).toThrow('visit.already_answered');
  });

  it('of a meeting that was not held is off, whatever had been said of it; but not one that has its form', () => {
    for (const visit of [offered, accept(offered, at), decline(offered, 'ốm'), decline(offered, 'ốm', afterStart)]) {
      expect(callOff(visit, 'chi bộ hoãn họp')).toMatchObject({ state: 'cancelled', declineReason: 'chi bộ hoãn họp' });
    }
    const off = callOff(offered, 'hoãn');
    expect(callOff(off, 'lý do khác')).toBe(off);
    expect(() => callOff(complete(offered), 'hoãn')).toThrow('visit.was_held');
    expect(() => callOff(offered, ' ')).toThrow('visit.reason_missing');
    expect(() => callOff(offered, 'ố'.repeat(501))).toThrow('visit.reason_long');
  });

  it.each<[string, Visit, string]>([
    ['waits for an answer', offered, 'released'],
    ['was accepted', accept(offered, at), 'released'],
    ['was declined', decline(offered, 'ốm'), 'visit.not_ahead'],
    ['was missed', decline(offered, 'ốm', afterStart), 'visit.not_ahead'],
    ['has its form', complete(offered), 'visit.not_ahead'],
    ['is off', callOff(offered, 'hoãn'), 'visit.not_ahead'],
    ['was taken off', release(offered, 'đi công tác'), 'visit.not_ahead'],
  ])('is taken off the person, or not: one that %s', (_name, visit, outcome) => {
    const asked = () => release(nameStandInOf(visit), ' đi họp tỉnh ');
    if (outcome !== 'released') expect(asked).toThrow(outcome);
    else expect(asked()).toMatchObject({ state: outcome, declineReason: 'đi họp tỉnh', standInId: null });
  });

  it('that was taken off is nobody’s to answer, to take up again or to call off', () => {
    const off = release(accept(offered, at), 'đi họp tỉnh');
    expect(() => release(offered, ' ')).toThrow('visit.reason_missing');
    expect(() => accept(off, at)).toThrow('visit.already_answered');
    expect(() => decline(off, 'ốm')).toThrow('visit.already_answered');
    expect(() => takeBack(off, at)).toThrow('visit.already_answered');
    expect(() => complete(off)).toThrow('visit.not_open');
    expect(callOff(off, 'chi bộ hoãn họp')).toBe(off);
  });

  it('may be taken up again: as accepted, or unanswered where nobody had answered', () => {
    const back = { declineReason: null, declineKind: null };
    expect(takeBack(decline(offered, 'ốm'), at)).toMatchObject({ state: 'accepted', ...back });
    expect(takeBack(decline(offered, 'ốm', afterStart), at)).toMatchObject({ state: 'accepted', ...back });
    expect(takeBack(callOff(offered, 'hoãn'), at)).toMatchObject({ state: 'offered', ...back });
    expect(takeBack(callOff(accept(offered, at), 'hoãn'), at)).toMatchObject({ state: 'accepted', ...back });
    expect(takeBack(offered, at)).toBe(offered);
    expect(() => takeBack(complete(offered), at)).toThrow('visit.already_answered');
  });

  it('may have its form written by who stands in, as long as somebody is to go', () => {
    const other = newId<'Specialist'>();
    const named = nameStandIn(offered, other);
    expect([mayWrite(named, other), mayWrite(named, offered.specialistId), mayWrite(offered, other)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([mayWrite(named, null), mayWrite(named, newId<'Specialist'>())]).toEqual([false, false]);
    expect(nameStandIn(named, other)).toBe(named);
    expect(() => nameStandIn(offered, offered.specialistId)).toThrow('visit.stand_in_is_self');
    expect(() => nameStandIn(decline(offered, 'ốm'), other)).toThrow('visit.not_open');
    expect(decline(named, 'ốm').standInId).toBeNull();
  });

  it('belongs to one person', () => {
    expect(() => mustBelongTo(offered, newId())).toThrow('visit.not_yours');
    expect(() => mustBelongTo(offered, null)).toThrow('visit.not_yours');
  });

  it('never leaves done or released, and says why whatever comes', () => {
    const steps = fc.array(
      fc.constantFrom(
        accept,
        complete,
        takeBack,
        (v: Visit, t: Date) => decline(v, 'lý do', t),
        (v: Visit) => callOff(v, 'lý do'),
        (v: Visit) => release(v, 'lý do'),
      ),
    );
    fc.assert(
      fc.property(steps, (list) => {
        let visit = offered;
        for (const step of list) {
          try {
            const next = step(visit, at);
            if (visit.state === 'done' || visit.state === 'released') expect(next.state).toBe(visit.state);
            visit = next;
          } catch (error) {
            expect(isDomainError(error)).toBe(true);
          }
        }
      }),
    );
  });
});
