import { documentErrors } from './errors.ts';

/** All texts of this module. */
export const documentTexts = {
  errors: documentErrors,
};
