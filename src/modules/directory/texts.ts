import { joinTexts } from '../../platform/i18n/texts.ts';
import { directoryErrors } from './errors.ts';
import { importMessages } from './import-messages.ts';
import { registerMessages } from './register-messages.ts';

/** All texts of this module. */
export const directoryTexts = joinTexts(
  { errors: directoryErrors, messages: importMessages },
  { messages: registerMessages },
);
