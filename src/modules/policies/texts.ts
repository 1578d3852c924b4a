import { policyErrors } from './errors.ts';

/** What this module says. */
export const policyTexts = { errors: policyErrors };
