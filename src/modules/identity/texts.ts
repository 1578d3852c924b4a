import { identityErrors } from './errors.ts';

/** All texts of this module. */
export const identityTexts = {
  errors: identityErrors,
};
