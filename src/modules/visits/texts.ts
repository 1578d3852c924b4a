import { visitErrors } from './errors.ts';

/** What this module says. */
export const visitTexts = {
  errors: visitErrors,
};
