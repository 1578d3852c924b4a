import { planningErrors } from './errors.ts';
import { planningFaultMessages } from './fault-messages.ts';

/** All texts of this module. */
export const planningTexts = {
  errors: planningErrors,
  messages: planningFaultMessages,
};
