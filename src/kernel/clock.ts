/**
 * The only place that reads the current time. Two times are kept apart: the office's, which a demo may set, and the
 * machine's.
 */
export abstract class Clock {
  /** The office's time: for plans, deadlines, documents. */
  abstract now(): Date;
  /** The machine's time: for sessions, links, rate limits. */
  abstract real(): Date;
}

/* oxlint-disable only-the-clock/reads-now -- the one place that may */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  real(): Date {
    return new Date();
  }
}
