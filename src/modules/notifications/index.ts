export { CalendarAddresses } from './infra/repositories/calendar-addresses.ts';
export {
  type CalendarReplyLine,
  CalendarRepliesReadModel,
  type StrayMail,
} from './infra/calendar-replies-read-model.ts';
export { ChangeWebhook } from './application/change-webhook.ts';
export { ChooseMessages } from './application/choose-messages.ts';
export {
  allowedChannels,
  type ChannelKinds,
  channelKinds,
  channelOf,
  MESSAGE_KINDS,
  type MessageKind,
  messageKindOf,
  readMessageKinds,
} from './domain/message-kinds.ts';
export { type MessageLine, WebhookReadModel } from './infra/webhook-read-model.ts';
export { Calendars } from './infra/calendars.ts';
export { isReached, type WayToPerson, WaysToPeople } from './infra/ways-to-people.ts';
export { MailContactReadModel } from './infra/mail-contact-read-model.ts';
export type { MailContact, MailModels, VisitLine } from './application/mail-models.ts';
export type { MailDelivery, MailState, MailStatus, UndeliverableAddress } from './application/mail-status.ts';
export { MailOutcomes } from './application/mail-outcomes.ts';
export { MailPreviews, type ShownMail } from './infra/mail-previews.ts';
export { SendMailsAgain } from './application/send-mails-again.ts';
export { MAIL_DAYS, MailsReadModel } from './infra/mails-read-model.ts';
export { type MailDraft, Outbox } from './application/outbox.ts';
export { bounceCauseOf } from './domain/delivery-report.ts';
export type { InvitationMethod, OccasionFacts, VisitOccasion } from './domain/visit-calendar.ts';
