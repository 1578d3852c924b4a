export { BriefingsModule } from './briefings.module.ts';
export { briefingErrors } from './errors.ts';
export { briefingLetterMessages } from './letter-messages.ts';
export { briefingMessages } from './messages.ts';
