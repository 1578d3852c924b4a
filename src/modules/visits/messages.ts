import { defineMessages } from '../../platform/i18n/messages.ts';

/** The title of a person's visits, on their page and in calendar programs. */
export const visitModuleMessages = defineMessages(
  { 'visits.title': 'Lượt dự của tôi' },
  { 'visits.title': 'My visits' },
);
