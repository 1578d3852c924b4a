import type { AccountId, CommitteeId, SpecialistId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/actor.ts';

/** The person whose visits a calendar address shows. */
export interface CalendarHolder {
  readonly accountId: AccountId;
  readonly committeeId: CommitteeId;
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}
