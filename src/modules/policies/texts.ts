import { policyErrors } from './errors.ts';

/** All texts of this module. */
export const policyTexts = { errors: policyErrors };
