import { planningErrors } from './errors.ts';

/** What this module says. */
export const planningTexts = {
  errors: planningErrors,
};
