const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 3600;
/** Adds up to three days with these pauses: a server that is down over a weekend loses nothing. */
const ATTEMPTS = 80;

/** Seconds to wait after the given number of attempts (1 or more) that failed for now; null when it is time to give up. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= ATTEMPTS) return null;
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
