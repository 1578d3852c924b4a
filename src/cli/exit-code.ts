/** Exit codes of the process; scripts rely on these numbers. */
export const EXIT = {
  done: 0,
  failedCheck: 1,
  badInput: 2,
  /** A plan that may not be optimal. */
  gap: 3,
  /** No faults, but questions to be answered. */
  toConfirm: 3,
  /** Scores that can be compared with care. */
  withCare: 3,
  infeasible: 4,
  /** Scores that cannot be compared. */
  incomparable: 4,
  /** Stopped before any plan was found. */
  noPlan: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
