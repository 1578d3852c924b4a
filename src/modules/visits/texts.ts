import { visitErrors } from './errors.ts';
import { visitModuleMessages } from './messages.ts';

/** All texts of this module. */
export const visitTexts = {
  errors: visitErrors,
  messages: visitModuleMessages,
};
