import { setupErrors } from './errors.ts';

/** All texts of this module. */
export const setupTexts = {
  errors: setupErrors,
};
