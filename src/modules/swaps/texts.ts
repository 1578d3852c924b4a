import { swapErrors } from './errors.ts';

/** All texts of this module. */
export const swapTexts = { errors: swapErrors, messages: { vi: {}, en: {} } };
