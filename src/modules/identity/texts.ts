import { identityErrors } from './errors.ts';

/** What this module says. */
export const identityTexts = {
  errors: identityErrors,
};
