import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { Invitation } from '../application/outbox.ts';
import {
  type CalendarOffice,
  type InvitationMethod,
  monthCalendar,
  visitCalendar,
  type VisitOccasion,
} from '../domain/visit-calendar.ts';
import { mailboxOf } from './mailbox-of.ts';

/** Visits as calendars, with this deployment's organizer and stamped with the office's now. */
@Injectable()
export class Calendars {
  private readonly office: CalendarOffice;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.office = { organizer: mailboxOf(config.mailFrom), host: new URL(config.publicUrl).hostname };
  }

  invitation(method: InvitationMethod, visit: VisitOccasion, locale: Locale): Invitation {
    const ics = visitCalendar(method, visit, this.office, locale, this.clock.now());
    return { method, fileName: `${method === 'CANCEL' ? 'cancel' : 'visit'}-${visit.visitId}.ics`, ics };
  }

  /** A month, or all, of somebody's or everybody's visits: a file to open, or what a subscription reads. */
  month(title: string, visits: readonly VisitOccasion[], locale: Locale): string {
    return monthCalendar(title, visits, this.office, locale, this.clock.now());
  }
}
