import type { DeskChange, DeskState } from '../../pages/desk/desk.view.ts';

/** A state with what a change has changed of it; null where it is about other people or meetings than the state. */
export function mergeChange(state: DeskState, { reasons, ...change }: DeskChange): DeskState | null {
  if (change.planId !== state.planId || change.lists !== state.lists) return null;
  const reasonAt = new Map(reasons);
  const meetings = state.meetings.map((meeting, at) => {
    const reason = reasonAt.get(at) ?? null;
    return reason === meeting.reason ? meeting : { ...meeting, reason };
  });
  return { ...state, ...change, meetings };
}
