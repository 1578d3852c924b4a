import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { InvitationMethod } from '../domain/visit-calendar.ts';
import type { DigestTemplate, MailModels, MailTemplate } from './mail-models.ts';

/** One visit's invitation or its withdrawal, as Calendars makes it. */
export interface Invitation {
  readonly method: InvitationMethod;
  /** The name under which it is attached. */
  readonly fileName: string;
  readonly ics: string;
}

interface DraftOf<T extends MailTemplate> {
  /** Says which mail this is, once for all: `visits-published/2020-12/<specialist>`. A second post of it does nothing. */
  readonly key: string;
  readonly to: {
    readonly address: string;
    readonly name: string;
    readonly accountId?: AccountId;
    readonly specialistId?: SpecialistId;
  };
  /** The month whose page tells how this mail is doing. */
  readonly month?: Month;
  /** As it stands in the letter's head, where that is not today's sender: what was said of a meeting comes from one. */
  readonly from?: string;
  readonly locale: Locale;
  readonly template: T;
  readonly model: MailModels[T];
  readonly invitations?: readonly Invitation[];
  /**
   * Key of the mail that this one follows: shown below it, and never sent before it. Built ahead for what changes about
   * a visit after its publication.
   */
  readonly thread?: string;
  /** An address that takes a one-click POST (RFC 8058). Built ahead for digests that people may leave. */
  readonly listUnsubscribe?: T extends DigestTemplate ? string : never;
}

export type MailDraft = { readonly [T in MailTemplate]: DraftOf<T> }[MailTemplate];

/** Mails that exist exactly if the ambient transaction commits. They are written at once, so that a resend is the same. */
export abstract class Outbox {
  /** Several at once, none of which follows another of them. */
  abstract postAll(mails: readonly MailDraft[]): Promise<void>;

  post(mail: MailDraft): Promise<void> {
    return this.postAll([mail]);
  }
}
