import { calibrationErrors } from './errors.ts';

/** All texts of this module. */
export const calibrationTexts = { errors: calibrationErrors };
