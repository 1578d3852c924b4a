import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { Invitation } from '../application/outbox.ts';
import {
  calendarFileName,
  type InvitationMethod,
  type Mailbox,
  monthCalendar,
  visitCalendar,
  type VisitOccasion,
} from '../domain/visit-calendar.ts';
import { mailboxOf } from './mailbox-of.ts';

/** The identity of visits that are sent for the first time, by current settings. */
export interface CalendarOffice {
  readonly organizer: Mailbox;
  /** Host of the public address; the right-hand side of a UID. */
  readonly host: string;
  /** The sender in the header of mails: `Giao Ban <giaoban@example.vn>`. */
  readonly sender: string;
}

/** Makes calendars of visits, stamped with the office's current time. */
@Injectable()
export class Calendars {
  readonly office: CalendarOffice;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.office = {
      organizer: mailboxOf(config.mailFrom),
      host: new URL(config.publicUrl).hostname,
      sender: config.mailFrom,
    };
  }

  invitation(method: InvitationMethod, visit: VisitOccasion, locale: Locale): Invitation {
    const name = calendarFileName(visit);
    const ics = visitCalendar(method, visit, locale, this.clock.now());
    return { method, fileName: method === 'CANCEL' ? `huy ${name}` : name, ics };
  }

  /** The visits of a person or of everybody, in a month or all: a file to open, or the content of a subscription. */
  month(title: string, visits: readonly VisitOccasion[], locale: Locale): string {
    return monthCalendar(title, visits, locale);
  }

  fileName(visit: VisitOccasion): string {
    return calendarFileName(visit);
  }
}
