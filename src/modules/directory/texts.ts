import { directoryErrors } from './errors.ts';
import { importMessages } from './import-messages.ts';

/** What this module says. */
export const directoryTexts = {
  errors: directoryErrors,
  messages: importMessages,
};
