import { pauseAfter } from './patience.ts';

/** What the mail server did with a mail. `message_refused`: it refused the content or sender, not the recipient. */
export type Outcome = 'accepted' | 'recipient_refused' | 'message_refused' | 'postponed';

/** What the last refusal of a mail concerned; `service`: several mails in a row were refused in the same way. */
export type MailFault = 'recipient' | 'message' | 'service';

/** The facts by which an attempt is judged. */
export interface AttemptFacts {
  /** Attempts for this mail, including this one. */
  readonly attempts: number;
  /** Other recipients whose mails were refused in this way since the server last accepted one. */
  readonly othersRefused: number;
  /** The server refused this mail in this way before, and has accepted another one since. */
  readonly acceptedOthersSince: boolean;
}

export interface Verdict {
  readonly state: 'sent' | 'queued' | 'failed';
  readonly fault: MailFault | null;
  /** Seconds until this mail is tried again; null where it is not tried again, or where a hold of all mails decides. */
  readonly pause: number | null;
  /** All mails wait until the server accepts one again. */
  readonly holdsAll: boolean;
}

/** After this many different recipients in a row, a refusal concerns the service: its sender, quota or settings. */
const IN_A_ROW = 3;

/** What happens with a mail after an attempt. */
export function judge(outcome: Outcome, { attempts, othersRefused, acceptedOthersSince }: AttemptFacts): Verdict {
  if (outcome === 'accepted') return { state: 'sent', fault: null, pause: null, holdsAll: false };
  if (outcome === 'recipient_refused') return { state: 'failed', fault: 'recipient', pause: null, holdsAll: false };
  if (outcome === 'postponed') {
    const pause = pauseAfter(attempts);
    return { state: pause === null ? 'failed' : 'queued', fault: null, pause, holdsAll: false };
  }
  const isService = !acceptedOthersSince && othersRefused + 1 >= IN_A_ROW && pauseAfter(attempts) !== null;
  if (!isService) return { state: 'failed', fault: 'message', pause: null, holdsAll: false };
  return { state: 'queued', fault: 'service', pause: null, holdsAll: true };
}

const FIRST_HOLD_SECONDS = 60;
const LONGEST_HOLD_SECONDS = 3600;

/** Seconds for which all mails wait, after this many refused attempts in a row (1 or more). */
export function holdAfter(refusals: number): number {
  return Math.min(FIRST_HOLD_SECONDS * 2 ** (refusals - 1), LONGEST_HOLD_SECONDS);
}
