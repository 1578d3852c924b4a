import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';

/** Whose visits an address shows. */
export interface CalendarHolder {
  readonly accountId: AccountId;
  readonly committeeId: CommitteeId;
  readonly specialistId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** The secret addresses under which calendar programs read somebody's visits: one a person and committee. */
export abstract class CalendarAddresses {
  /** The acting account's token in the acting committee; null where none has been asked for. */
  abstract find(): Promise<string | null>;
  /** A new token; the one before it ends. */
  abstract renew(): Promise<void>;
  /** Null for a token that nobody has, and where its holder may not see visits any more. */
  abstract holderOf(token: string): Promise<CalendarHolder | null>;
}
