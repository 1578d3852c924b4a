import type { DeskAction, DeskState } from '../../pages/desk/desk.view.ts';

type Pair = readonly [string, string];

/** The state after an action, as far as the desk can tell before the service answers: figures and reasons stay. */
export function applyAction(state: DeskState, action: DeskAction): DeskState {
  const { specialistId: who, meetingId: where } = action;
  switch (action.kind) {
    case 'assign':
      return withPairs(state, [], [[who, where]]);
    case 'unassign':
      return withPairs(state, [[who, where]], []);
    case 'move':
      return withPairs(state, [[who, where]], [[who, action.toMeetingId]]);
    case 'replace':
      return withPairs(state, [[who, where]], [[action.bySpecialistId, where]]);
    case 'swap':
      return withPairs(
        state,
        [
          [who, where],
          [action.withSpecialistId, action.withMeetingId],
        ],
        [
          [who, action.withMeetingId],
          [action.withSpecialistId, where],
        ],
      );
    case 'pin':
      return pinned(state, [who, where], 1);
    case 'release': {
      const [person, meeting] = at(state, [who, where]);
      const forbidden = state.forbidden.filter(([p, m]) => p !== person || m !== meeting);
      return { ...pinned(state, [who, where], 0), forbidden };
    }
    case 'forbid': {
      const [person, meeting] = at(state, [who, where]);
      const without = withPairs(state, [[who, where]], []);
      return { ...without, forbidden: [...without.forbidden, [person, meeting]] };
    }
  }
}

function at({ people, meetings }: DeskState, [specialistId, meetingId]: Pair): readonly [number, number] {
  return [people.findIndex(({ id }) => id === specialistId), meetings.findIndex(({ id }) => id === meetingId)];
}

function withPairs(state: DeskState, gone: readonly Pair[], added: readonly Pair[]): DeskState {
  const goneAt = gone.map((pair) => at(state, pair));
  const addedAt = added.map((pair) => at(state, pair));
  const stays = state.assignments.filter(
    ([p, m]) => ![...goneAt, ...addedAt].some(([person, meeting]) => person === p && meeting === m),
  );
  return { ...state, assignments: [...stays, ...addedAt.map(([p, m]) => [p, m, 0] as const)] };
}

function pinned(state: DeskState, pair: Pair, pin: 0 | 1): DeskState {
  const [person, meeting] = at(state, pair);
  return {
    ...state,
    assignments: state.assignments.map((each) =>
      each[0] === person && each[1] === meeting ? [person, meeting, pin] : each,
    ),
  };
}
