/** Exit codes of the process; scripts rely on these numbers. */
export const EXIT = {
  done: 0,
  failedCheck: 1,
  badInput: 2,
  /** A plan, but a better one may exist. */
  gap: 3,
  /** Nothing is wrong, but something has to be confirmed. */
  toConfirm: 3,
  infeasible: 4,
  /** Stopped before there was any plan. */
  noPlan: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
