import type { FieldErrors } from '../../../platform/views/page-context.ts';

/** `pages/setup`: the first page of an empty service, in three steps. */
export type SetupPage = SetupCommittee | SetupMail;

export interface SetupCommittee {
  readonly step: 'committee';
  /** Takes the POST. */
  readonly action: string;
  readonly values: SetupValues;
  readonly errors: FieldErrors;
}

/** What was typed so far; the password is never sent back. */
export interface SetupValues {
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
  /** Unset SMTP: mails stay in the built-in mailbox. */
  readonly isBuiltIn: boolean;
  readonly outcome: { readonly sent: true } | { readonly sent: false; readonly reason: string } | null;
}
