import type { CommitteeRef } from '../../kernel/id.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/setup`: the first page of an empty service, in three steps. */
export type SetupPage = SetupCommittee | SetupMail;

export interface SetupCommittee {
  readonly step: 'committee';
  /** Takes the POST. */
  readonly action: string;
  /** The id of the future committee, so that a form sent twice creates one. */
  readonly committeeId: CommitteeRef;
  /** Whether the code from the service's log is required. */
  readonly asksForCode: boolean;
  readonly values: SetupValues;
  readonly errors: FieldErrors;
  /**
   * Null where nothing is wrong; a phone shows the top of a long form, where the note beside a field is not visible.
   */
  readonly wrong: { readonly count: number; readonly firstHref: string } | null;
}

/** What was typed so far; the password is never sent back. */
export interface SetupValues {
  readonly setupCode: string;
  readonly name: string;
  readonly code: string;
  readonly superiorName: string;
  readonly boardName: string;
  readonly boardSymbol: string;
  readonly place: string;
  readonly signatoryTitle: string;
  readonly signatoryName: string;
  readonly term: string;
  readonly accountName: string;
  readonly email: string;
}

export interface SetupMail {
  readonly step: 'mail';
  /** Takes the POST that sends a mail to the first account. */
  readonly action: string;
  readonly to: string;
  /** No mail server is configured: mails stay in the built-in mailbox. */
  readonly isBuiltIn: boolean;
  /** Null before a mail was requested. */
  readonly outcome: TestMailOutcome | null;
}

export type TestMailOutcome =
  | { readonly kind: 'sent' }
  /** Still on its way; `lookHref` shows its state later. */
  | { readonly kind: 'waiting'; readonly lookHref: string }
  /** `reply`: codes and words of the mail server, without addresses. */
  | { readonly kind: 'failed'; readonly reason: Sentence; readonly reply: string; readonly isTriedAgain: boolean };
