import { chartMessages } from './charts/messages.ts';
import { csvErrors } from './csv/errors.ts';
import { databaseErrors } from './database/errors.ts';
import { embeddedPostgresErrors } from './embedded-postgres/errors.ts';
import { editErrors, httpErrors, inputErrors } from './http/errors.ts';
import { httpMessages } from './http/messages.ts';
import { joinTexts } from './i18n/texts.ts';
import { mailboxErrors } from './mailbox/errors.ts';
import { viewMessages } from './views/messages.ts';
import { xlsxErrors } from './xlsx/errors.ts';

/** All texts of the platform. */
export const platformTexts = joinTexts(
  { messages: viewMessages },
  { messages: chartMessages },
  { errors: { ...httpErrors, ...inputErrors, ...editErrors }, messages: httpMessages },
  { errors: databaseErrors },
  { errors: embeddedPostgresErrors },
  { errors: mailboxErrors },
  { errors: xlsxErrors },
  { errors: csvErrors },
);
