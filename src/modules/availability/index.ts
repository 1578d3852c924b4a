export { ownSpecialist } from './api/own-specialist.ts';
export { AskAvailability } from './application/ask-availability.ts';
export { ReplyAvailability } from './application/reply-availability.ts';
export { SetDayPreferences } from './application/set-day-preferences.ts';
export { isWaitedFor } from './domain/availability-round.ts';
export type { DayPreference } from './domain/day-preference.ts';
export {
  AvailabilityReadModel,
  type AvailablePerson,
  type MonthAvailability,
} from './infra/availability-read-model.ts';
