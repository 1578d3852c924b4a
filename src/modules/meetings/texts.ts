import { meetingErrors } from './errors.ts';

/** What this module says. */
export const meetingTexts = {
  errors: meetingErrors,
};
