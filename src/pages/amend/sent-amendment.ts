import type { Month } from '../../kernel/month.ts';
import { readGivenNumber } from '../../modules/documents/index.ts';
import type { AmendmentResult, HowAmended } from '../../modules/planning/index.ts';
import { Redirect } from '../../platform/http/page.ts';
import { type Sent, shownHours, shownRules, typedNumber } from './asked-changes.ts';

/** What a form says besides the changes and their reason. @throws DomainError register.number_wrong */
export function howSent(body: Sent): HowAmended {
  return { hours: shownHours(body), given: readGivenNumber(typedNumber(body)) };
}

/** The same of a form that has shown which rules its reason overrules. @throws DomainError register.number_wrong */
export function howSentWithRules(body: Sent): HowAmended {
  return { ...howSent(body), shown: shownRules(body) };
}

/** To the list in which the amendment stands first. */
export function toAmendments(month: Month, { number, notice }: Pick<AmendmentResult, 'number' | 'notice'>): Redirect {
  const params = { number, symbol: notice?.symbol ?? '' };
  return new Redirect(`/months/${month}/amendments`, { kind: 'done', key: 'amend.done', params });
}
