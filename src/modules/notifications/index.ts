export { CalendarAddresses } from './infra/repositories/calendar-addresses.ts';
export { Calendars } from './infra/calendars.ts';
export { MailContactReadModel } from './infra/mail-contact-read-model.ts';
export type { MailContact, MailModels, VisitLine } from './application/mail-models.ts';
export type { MailDelivery, MailState, MailStatus } from './application/mail-status.ts';
export { SendMailsAgain } from './application/send-mails-again.ts';
export { MailsReadModel } from './infra/mails-read-model.ts';
export { type MailDraft, Outbox } from './application/outbox.ts';
export type { OccasionFacts, VisitOccasion } from './domain/visit-calendar.ts';
