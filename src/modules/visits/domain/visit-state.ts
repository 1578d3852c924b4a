/** `missed`: nobody went, as was said once the meeting had begun; `cancelled`: there was no meeting. */
export const VISIT_STATES = ['offered', 'accepted', 'declined', 'done', 'missed', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What a state means to those who count visits; each meaning is defined here alone, and in SQL by a function each. */
interface Meaning {
  /** Somebody was sent there, whether or not they went. */
  readonly isAssigned: boolean;
  /** The seat is taken, so that nobody else need be sent. */
  readonly holdsSeat: boolean;
  /**
   * It took place or is to, as far as anybody has said. It stands in calendars, waits for its form, and counts for the
   * months since a branch was visited: a visit of last week whose form is still missing is no reason to go there again.
   */
  readonly takesPlace: boolean;
  /** Somebody was there: a form or an import says so. */
  readonly isAttended: boolean;
}

const MEANINGS: Readonly<Record<VisitState, Meaning>> = {
  offered: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: false },
  accepted: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: false },
  declined: { isAssigned: true, holdsSeat: false, takesPlace: false, isAttended: false },
  done: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: true },
  missed: { isAssigned: true, holdsSeat: true, takesPlace: false, isAttended: false },
  cancelled: { isAssigned: false, holdsSeat: false, takesPlace: false, isAttended: false },
};

export function isAssigned(state: VisitState): boolean {
  return MEANINGS[state].isAssigned;
}

export function holdsSeat(state: VisitState): boolean {
  return MEANINGS[state].holdsSeat;
}

export function takesPlace(state: VisitState): boolean {
  return MEANINGS[state].takesPlace;
}

export function isAttended(state: VisitState): boolean {
  return MEANINGS[state].isAttended;
}
