export { BriefingsModule } from './briefings.module.ts';
export { briefingErrors } from './errors.ts';
export { briefingMailMessages } from './mail-messages.ts';
export { briefingMessages } from './messages.ts';
