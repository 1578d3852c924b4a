import { engineErrors } from './errors.ts';
import { engineMessages } from './messages.ts';

/** All texts of this module. */
export const engineTexts = {
  errors: engineErrors,
  messages: engineMessages,
};
