import type { MailTemplate } from '../application/mail-models.ts';

/** Their text lets its reader in, so it is not kept any longer than sending takes, and never sent again. */
export const SECRET_MAILS: ReadonlySet<string> = new Set<MailTemplate>(['sign-in-link']);
