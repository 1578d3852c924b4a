export { meetingErrors } from './errors.ts';
export { MeetingsModule } from './meetings.module.ts';
