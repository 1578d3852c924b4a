import { engineErrors } from './errors.ts';
import { engineMessages } from './messages.ts';

/** What this module says. */
export const engineTexts = {
  errors: engineErrors,
  messages: engineMessages,
};
