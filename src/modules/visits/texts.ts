import { visitErrors } from './errors.ts';
import { visitModuleMessages } from './messages.ts';

/** What this module says. */
export const visitTexts = {
  errors: visitErrors,
  messages: visitModuleMessages,
};
