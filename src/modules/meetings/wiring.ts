export { MeetingsModule } from './meetings.module.ts';
export { meetingTexts } from './texts.ts';
