import { defineMessages } from '../../platform/i18n/messages.ts';

/** How a person's visits are called: the page, and the calendar that other programs show. */
export const visitModuleMessages = defineMessages(
  { 'visits.title': 'Lượt dự của tôi' },
  { 'visits.title': 'My visits' },
);
