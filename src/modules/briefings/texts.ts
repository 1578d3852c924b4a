import { briefingErrors } from './errors.ts';
import { briefingMailMessages } from './mail-messages.ts';

/** What this module says. */
export const briefingTexts = {
  errors: briefingErrors,
  messages: briefingMailMessages,
};
