const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3600;
/** With these pauses this adds up to three days: a server that is down over a weekend loses no mail. */
const ATTEMPTS = 80;

/** Seconds to wait after this many attempts (1 or more) that failed temporarily; null when it is time to give up. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= ATTEMPTS) return null;
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
