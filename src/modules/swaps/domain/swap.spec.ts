import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { SWAP_STATE_TERMS, type SwapState } from '../../../kernel/vocabulary.ts';
import { agree, askAgain, expire, lapse, make, readWords, refuse, reject, type Swap, withdraw } from './swap.ts';

const at = new Date('2020-12-01T02:00:00Z');
const closing = { at, by: newId<'Account'>() };
const swap: Swap = {
  id: newId(),
  month: month('2020-12'),
  visitId: newId(),
  giverId: newId(),
  takerId: newId(),
  otherVisitId: null,
  reasonKind: 'ill',
  reason: '',
  state: 'asked',
  answer: '',
  startsAt: new Date('2020-12-08T12:30:00Z'),
  otherStartsAt: null,
  answerBy: day('2020-12-03'),
  askedAt: at,
  askedBy: null,
  closedAt: null,
  closedBy: null,
  remindedAt: null,
  amendmentId: null,
  revision: 1,
};
const STEPS: Readonly<Record<string, (one: Swap) => Swap>> = {
  agree: (one) => agree(one, day('2020-12-03')),
  agreeLate: (one) => agree(one, day('2020-12-04')),
  make: (one) => make(one, newId(), closing),
  refuse: (one) => refuse(one, 'Bận', closing),
  reject: (one) => reject(one, 'Không', closing),
  withdraw: (one) => withdraw(one, closing),
  expire: (one) => expire(one, at),
  lapse: (one) => lapse(one, at),
  askAgain: (one) => askAgain(one, { startsAt: at, otherStartsAt: null, answerBy: day('2020-12-05') }),
};

function outcome(step: string, state: SwapState): string {
  try {
    return STEPS[step]?.({ ...swap, state }).state ?? '';
  } catch (error) {
    return isDomainError(error) ? error.code : String(error);
  }
}

describe('a swap', () => {
  it.each<[string, string, string]>([
    ['agree', 'agreed', 'swap.closed'],
    ['agreeLate', 'swap.expired', 'swap.closed'],
    ['make', 'swap.closed', 'made'],
    ['refuse', 'refused', 'swap.closed'],
    ['reject', 'swap.closed', 'rejected'],
    ['withdraw', 'withdrawn', 'withdrawn'],
    ['expire', 'expired', 'swap.closed'],
    ['lapse', 'lapsed', 'lapsed'],
    ['askAgain', 'asked', 'asked'],
  ])('by %s becomes %s where it was asked, and %s where both have agreed', (step, asked, agreed) => {
    expect([outcome(step, 'asked'), outcome(step, 'agreed')]).toEqual([asked, agreed]);
  });

  it('that is closed stays so, whatever comes', () => {
    for (const state of Object.keys(SWAP_STATE_TERMS) as SwapState[]) {
      if (state === 'asked' || state === 'agreed') continue;
      for (const step of Object.keys(STEPS)) expect([state, step, outcome(step, state)]).toContain('swap.closed');
    }
  });

  it('keeps who closed it and when, and what they said', () => {
    expect(refuse(swap, ' Bận trực ', closing)).toMatchObject({
      answer: 'Bận trực',
      closedAt: at,
      closedBy: closing.by,
    });
    expect(expire(swap, at)).toMatchObject({ closedAt: at, closedBy: null });
    expect(() => readWords('ố'.repeat(501))).toThrow('swap.words_long');
  });

  it('that is asked again may be reminded of again', () => {
    const again = askAgain({ ...swap, state: 'agreed', remindedAt: at }, { ...swap, answerBy: day('2020-12-05') });
    expect(again).toMatchObject({ state: 'asked', remindedAt: null, answerBy: '2020-12-05' });
  });
});
