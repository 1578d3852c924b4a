import { briefingErrors } from './errors.ts';
import { briefingMailMessages } from './mail-messages.ts';

/** All texts of this module. */
export const briefingTexts = {
  errors: briefingErrors,
  messages: briefingMailMessages,
};
