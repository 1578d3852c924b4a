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
