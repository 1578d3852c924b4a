import type { Locale } from '../../../kernel/actor.ts';
import type { InvitationMethod, VisitOccasion } from '../domain/visit-calendar.ts';
import type { Invitation } from './outbox.ts';

/** Visits as calendars, with this deployment's organizer and stamped with the office's now. */
export abstract class Calendars {
  abstract invitation(method: InvitationMethod, visit: VisitOccasion, locale: Locale): Invitation;
  /** A month, or all, of somebody's or everybody's visits: a file to open, or what a subscription reads. */
  abstract month(title: string, visits: readonly VisitOccasion[], locale: Locale): string;
}
