/** The only reader of now. Two times are kept apart: the office's, which a demo may move, and the machine's. */
export abstract class Clock {
  /** The office's now: plans, deadlines, documents. */
  abstract now(): Date;
  /** The machine's now: sessions, links, rate limits. */
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
