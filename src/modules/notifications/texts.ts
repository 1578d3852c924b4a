import { mailErrors } from './errors.ts';

/** What this module says. */
export const notificationTexts = {
  errors: mailErrors,
};
