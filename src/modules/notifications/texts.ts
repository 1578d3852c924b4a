import { mailErrors, webhookErrors } from './errors.ts';

/** All texts of this module. */
export const notificationTexts = {
  errors: { ...mailErrors, ...webhookErrors },
};
