export { CalendarAddresses, type CalendarHolder } from './application/calendar-addresses.ts';
export { Calendars } from './application/calendars.ts';
export type { DigestFigure, MailModels, MailTemplate, VisitLine } from './application/mail-models.ts';
export { MailReport, type MailStanding, type MailState } from './application/mail-report.ts';
export { type Invitation, type MailDraft, Outbox } from './application/outbox.ts';
export type { InvitationMethod, VisitOccasion } from './domain/visit-calendar.ts';
export { NotificationsModule } from './notifications.module.ts';
export { notificationMessages } from './messages.ts';
