import { meetingErrors } from './errors.ts';

/** All texts of this module. */
export const meetingTexts = {
  errors: meetingErrors,
};
