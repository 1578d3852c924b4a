import type { MailTemplate } from '../application/mail-models.ts';

/** Mails whose text allows to sign in: it is not stored longer than sending takes, and never sent again. */
export const SECRET_MAILS: ReadonlySet<string> = new Set<MailTemplate>(['sign-in-link']);
