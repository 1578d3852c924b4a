import { planningErrors } from './errors.ts';

/** All texts of this module. */
export const planningTexts = {
  errors: planningErrors,
};
