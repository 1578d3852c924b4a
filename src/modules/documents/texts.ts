import { documentErrors } from './errors.ts';

/** What this module says. */
export const documentTexts = {
  errors: documentErrors,
};
