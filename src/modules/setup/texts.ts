import { setupErrors } from './errors.ts';

/** What this module says. */
export const setupTexts = {
  errors: setupErrors,
};
