/**
 * The only place that reads the current time. It offers two times: that of the office, which a demo may set, and that
 * of the machine.
 */
export abstract class Clock {
  /** The office's time: for plans, due days and documents. */
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
