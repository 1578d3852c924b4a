import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { InvitationMethod } from '../domain/visit-calendar.ts';
import type { DigestTemplate, MailModels, MailTemplate } from './mail-models.ts';

/** The invitation to one visit or its cancellation, as made by Calendars. */
export interface Invitation {
  readonly method: InvitationMethod;
  /** The file name of the attachment. */
  readonly fileName: string;
  readonly ics: string;
}

interface DraftOf<T extends MailTemplate> {
  /** Identifies the mail, such as `visits-published/2020-12/<specialist>`; posting it again does nothing. */
  readonly key: string;
  readonly to: {
    readonly address: string;
    readonly name: string;
    readonly accountId?: AccountId;
    readonly specialistId?: SpecialistId;
  };
  /** The month on whose page the delivery of this mail is shown. */
  readonly month?: Month;
  /**
   * The sender in the header, where it differs from the current one: all mails about a meeting come from the same
   * sender.
   */
  readonly from?: string;
  readonly locale: Locale;
  readonly template: T;
  readonly model: MailModels[T];
  readonly invitations?: readonly Invitation[];
  /** Key of the mail that this one follows: it is shown as a reply to it, and never sent before it. */
  readonly thread?: string;
  /**
   * An address for a one-click POST (RFC 8058). Prepared for digests that people can unsubscribe from; not used yet.
   */
  readonly listUnsubscribe?: T extends DigestTemplate ? string : never;
}

export type MailDraft = { readonly [T in MailTemplate]: DraftOf<T> }[MailTemplate];

/**
 * Mails that exist exactly if the ambient transaction commits. They are rendered at once, so that sending again sends
 * the same. A mail to somebody without an address is stored as one that did not leave, so that it can be sent once the
 * directory has an address.
 */
export abstract class Outbox {
  /** Posts several mails, none of which follows another of them. */
  abstract postAll(mails: readonly MailDraft[]): Promise<void>;

  /** Takes back mails that nobody has tried to send yet; returns the keys of those that will not be sent. */
  async takeBack(keys: readonly string[]): Promise<string[]> {
    return (await this.takeBackDrafts(keys)).map(({ key }) => key);
  }

  /** The same, in the order in which they were posted, with what they would have said. Not for mails with a link to sign in. */
  abstract takeBackDrafts(keys: readonly string[]): Promise<MailDraft[]>;

  post(mail: MailDraft): Promise<void> {
    return this.postAll([mail]);
  }
}
