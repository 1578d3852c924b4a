import { briefingErrors } from '../modules/briefings/wiring.ts';
import { directoryErrors } from '../modules/directory/wiring.ts';
import { engineErrors } from '../modules/engine/wiring.ts';
import { evaluationErrors } from '../modules/evaluations/wiring.ts';
import { registerErrors } from '../modules/documents/wiring.ts';
import { identityErrors } from '../modules/identity/wiring.ts';
import { meetingErrors } from '../modules/meetings/wiring.ts';
import { planningErrors } from '../modules/planning/wiring.ts';
import { setupErrors } from '../modules/setup/wiring.ts';
import { visitErrors } from '../modules/visits/wiring.ts';
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
