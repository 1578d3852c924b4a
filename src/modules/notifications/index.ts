export { CalendarAddresses } from './application/calendar-addresses.ts';
export { Calendars } from './application/calendars.ts';
export type { VisitLine } from './application/mail-models.ts';
export { MailReport, type MailStanding } from './application/mail-report.ts';
export { type MailDraft, Outbox } from './application/outbox.ts';
export type { VisitOccasion } from './domain/visit-calendar.ts';
