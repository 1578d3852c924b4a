import { holdsSeat, isAssigned, isAttended, isOpen, takesPlace, VISIT_STATES, type VisitState } from './visit-state.ts';

/** For each state, which questions are answered with yes (x). */
const TABLE: Readonly<Record<VisitState, string>> = {
  //         assigned · seat · takes place · attended · open
  offered: 'x x x - x',
  accepted: 'x x x - x',
  declined: 'x - - - -',
  released: '- - - - -',
  done: 'x x x x -',
  missed: 'x x - - -',
  cancelled: '- - - - -',
};

describe('a visit that counts', () => {
  it.each(VISIT_STATES)('is what the table says of one that is %s', (state) => {
    const answers = [isAssigned, holdsSeat, takesPlace, isAttended, isOpen].map((asks) => (asks(state) ? 'x' : '-'));
    expect(answers.join(' ')).toBe(TABLE[state]);
  });

  it('takes place where it was attended or is open, takes place only in a seat, and has a seat only when assigned', () => {
    for (const state of VISIT_STATES) {
      if (isAttended(state)) expect(takesPlace(state)).toBe(true);
      expect(isOpen(state)).toBe(takesPlace(state) && !isAttended(state));
      if (takesPlace(state)) expect(holdsSeat(state)).toBe(true);
      if (holdsSeat(state)) expect(isAssigned(state)).toBe(true);
    }
  });
});
