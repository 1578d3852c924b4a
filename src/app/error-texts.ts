import { briefingErrors } from '../modules/briefings/index.ts';
import { directoryErrors } from '../modules/directory/index.ts';
import { engineErrors } from '../modules/engine/index.ts';
import { evaluationErrors } from '../modules/evaluations/index.ts';
import { registerErrors } from '../modules/documents/index.ts';
import { identityErrors } from '../modules/identity/index.ts';
import { meetingErrors } from '../modules/meetings/index.ts';
import { planningErrors } from '../modules/planning/index.ts';
import { setupErrors } from '../modules/setup/index.ts';
import { visitErrors } from '../modules/visits/index.ts';
import { databaseErrors } from '../platform/database/errors.ts';
import { documentErrors } from '../platform/documents/errors.ts';
import { embeddedPostgresErrors } from '../platform/embedded-postgres/errors.ts';
import { httpErrors, inputErrors } from '../platform/http/errors.ts';
import type { ErrorTexts } from '../platform/i18n/errors.ts';
import { mailboxErrors } from '../platform/mailbox/errors.ts';
import { xlsxErrors } from '../platform/xlsx/errors.ts';

/** What a reader sees of every error; a code without its texts does not compile. */
export const errorTexts: ErrorTexts = {
  ...inputErrors,
  ...httpErrors,
  ...databaseErrors,
  ...embeddedPostgresErrors,
  ...mailboxErrors,
  ...documentErrors,
  ...xlsxErrors,
  ...identityErrors,
  ...setupErrors,
  ...planningErrors,
  ...engineErrors,
  ...registerErrors,
  ...visitErrors,
  ...directoryErrors,
  ...meetingErrors,
  ...evaluationErrors,
  ...briefingErrors,
};
