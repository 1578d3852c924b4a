import { registerErrors } from './errors.ts';

/** What this module says. */
export const documentRegisterTexts = {
  errors: registerErrors,
};
