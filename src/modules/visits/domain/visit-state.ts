/**
 * `released`: the board has taken the duty off this person, and the meeting takes place; `missed`: somebody reported
 * after the meeting had begun that nobody went; `cancelled`: there was no meeting.
 */
export const VISIT_STATES = ['offered', 'accepted', 'declined', 'released', 'done', 'missed', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What a state means for counts of visits; each meaning is defined here only, with one SQL function for each. */
interface Meaning {
  /** Somebody was sent, whether or not they went. */
  readonly isAssigned: boolean;
  /** The seat is taken, so that nobody else is needed. */
  readonly holdsSeat: boolean;
  /**
   * It took place or will, as far as is known. Such a visit is shown in calendars, waits for its form, and counts for
   * the months since a branch was visited: a visit of last week whose form is missing is no reason to go there again.
   */
  readonly takesPlace: boolean;
  /** Somebody attended, according to a form or an import. */
  readonly isAttended: boolean;
  /** Somebody is to go: they were asked or have accepted, and nobody has told yet what became of it. */
  readonly isOpen: boolean;
}

const MEANINGS: Readonly<Record<VisitState, Meaning>> = {
  offered: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: false, isOpen: true },
  accepted: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: false, isOpen: true },
  declined: { isAssigned: true, holdsSeat: false, takesPlace: false, isAttended: false, isOpen: false },
  released: { isAssigned: false, holdsSeat: false, takesPlace: false, isAttended: false, isOpen: false },
  done: { isAssigned: true, holdsSeat: true, takesPlace: true, isAttended: true, isOpen: false },
  missed: { isAssigned: true, holdsSeat: true, takesPlace: false, isAttended: false, isOpen: false },
  cancelled: { isAssigned: false, holdsSeat: false, takesPlace: false, isAttended: false, isOpen: false },
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

export function isOpen(state: VisitState): boolean {
  return MEANINGS[state].isOpen;
}
