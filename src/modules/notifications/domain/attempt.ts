import { pauseAfter } from './patience.ts';

/** What the mail server did with a mail. `message`: it refused what is sent, not the one to whom. */
export type Outcome = 'accepted' | 'recipient_refused' | 'message_refused' | 'postponed';

/** Whom or what the last refusal of a mail was about; `service`: several mails in a row met with the same. */
export type MailFault = 'recipient' | 'message' | 'service';

/** What is known beside an attempt when it is judged. */
export interface AttemptFacts {
  /** Attempts at this mail, this one included. */
  readonly attempts: number;
  /** Other recipients whose mails were refused in this way since the server last accepted one. */
  readonly othersRefused: number;
  /** The server refused this mail before in this way, and has accepted another one since. */
  readonly acceptedOthersSince: boolean;
}

export interface Verdict {
  readonly state: 'sent' | 'queued' | 'failed';
  readonly fault: MailFault | null;
  /** Seconds until this mail is tried again; null where it is not, or where a hold decides. */
  readonly pause: number | null;
  /** Every mail waits until the server takes one again. */
  readonly holdsAll: boolean;
}

/** So many different recipients in a row make a refusal one of the service: of its sender, quota or settings. */
const IN_A_ROW = 3;

/** What becomes of a mail after an attempt. */
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

/** Seconds for which all mails wait, after the server has refused so many attempts during one trouble (1 or more). */
export function holdAfter(refusals: number): number {
  return Math.min(FIRST_HOLD_SECONDS * 2 ** (refusals - 1), LONGEST_HOLD_SECONDS);
}
