import type { Day, Month } from '../../../kernel/month.ts';
import type { AskedPerson } from '../infra/repositories/availability-rounds.ts';

export interface PersonAsked {
  readonly person: AskedPerson;
  /** The secret of the link by which this person says that no day is blocked. */
  readonly token: string;
}

export interface AvailabilityAsked {
  readonly month: Month;
  readonly until: Day;
  readonly mailing: number;
  readonly people: readonly PersonAsked[];
}

/** Mails that ask specialists; each exists exactly if the transaction commits. */
export abstract class AvailabilityMails {
  /** Returns how many of them a mail or a message reaches. */
  abstract ask(asked: AvailabilityAsked): Promise<number>;
}
