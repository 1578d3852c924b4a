import { availabilityErrors } from './errors.ts';

/** All texts of this module. */
export const availabilityTexts = { errors: availabilityErrors };
