import { mailErrors } from './errors.ts';

/** All texts of this module. */
export const notificationTexts = {
  errors: mailErrors,
};
