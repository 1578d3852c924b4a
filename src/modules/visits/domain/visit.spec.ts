import fc from 'fast-check';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { accept, complete, decline, mustBelongTo, type Visit } from './visit.ts';

const at = new Date('2020-11-26T02:00:00Z');
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
  answeredAt: null,
  calendarSequence: 0,
  revision: 1,
};

describe('a visit', () => {
  it('is accepted once, however often the button is pressed', () => {
    const accepted = accept(offered, at);
    expect(accepted).toMatchObject({ state: 'accepted', answeredAt: at });
    expect(accept(accepted, new Date('2020-11-27T02:00:00Z'))).toBe(accepted);
  });

  it('is declined with a reason, even after it was accepted', () => {
    expect(() => decline(offered, '  ', at)).toThrow('visit.reason_missing');
    expect(decline(accept(offered, at), ' bị ốm ', at)).toMatchObject({ state: 'declined', declineReason: 'bị ốm' });
  });

  it('takes no answer and no form once it is off', () => {
    const declined = decline(offered, 'bận', at);
    expect(() => accept(declined, at)).toThrow('visit.already_answered');
    expect(() => complete(declined)).toThrow('visit.not_open');
    expect(() => decline(complete(offered), 'bận', at)).toThrow('visit.already_answered');
  });

  it('belongs to one person', () => {
    expect(() => mustBelongTo(offered, newId())).toThrow('visit.not_yours');
    expect(() => mustBelongTo(offered, null)).toThrow('visit.not_yours');
  });

  it('never leaves done, and says why whatever comes', () => {
    const steps = fc.array(fc.constantFrom(accept, complete, (v: Visit, t: Date) => decline(v, 'lý do', t)));
    fc.assert(
      fc.property(steps, (list) => {
        let visit = offered;
        for (const step of list) {
          try {
            const next = step(visit, at);
            if (visit.state === 'done') expect(next.state).toBe('done');
            visit = next;
          } catch (error) {
            expect(isDomainError(error)).toBe(true);
          }
        }
      }),
    );
  });
});
