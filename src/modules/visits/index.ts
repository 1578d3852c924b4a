export { TouchedVisitReply, touchedVisitReply, TouchReply, touchReply } from './api/touched-visit.dto.ts';
export { AmendedVisits } from './application/amended-visits.ts';
export { AnswerVisit } from './application/answer-visit.ts';
export { CallOffMeeting } from './application/call-off-meeting.ts';
export { ChangeMeeting, type SeenMeeting } from './application/change-meeting.ts';
export { DecideVisitedWish } from './application/decide-visited-wish.ts';
export { KeepVisit } from './application/keep-visit.ts';
export { VisitCollisions, type Whereabouts } from './application/visit-collisions.ts';
export { LockedVisits } from './application/locked-visits.ts';
export { type Offer, OfferVisits } from './application/offer-visits.ts';
export { type AskedForm, Deadlines, type DutyPolicy } from './domain/deadlines.ts';
export { DeadlinesReadModel } from './infra/deadlines-read-model.ts';
export type { Finding, VisitFinding, VisitResult } from './domain/visit-result.ts';
export { holdsSeat, isOpen, takesPlace, type VisitState } from './domain/visit-state.ts';
export { mayWrite, mustBeAhead, type Visit } from './domain/visit.ts';
export {
  type BranchBrief,
  BranchBriefReadModel,
  type EarlierVisit,
  MONTHS_BACK,
} from './infra/branch-brief-read-model.ts';
export { type Colleague, ColleaguesReadModel } from './infra/colleagues-read-model.ts';
export { type ComingVisit, type KeptTouch, TOUCH_CAUSES } from './domain/touched-visit.ts';
export { type TouchedVisit, TouchedVisitsReadModel } from './infra/touched-visits-read-model.ts';
export { type PastOrComingVisit, VisitHistoryReadModel } from './infra/visit-history-read-model.ts';
export { mailLine } from './infra/mail-line.ts';
export { VisitInvitations } from './infra/repositories/visit-invitations.ts';
export { VisitCalendars } from './infra/visit-calendars.ts';
export { mayReadReason, owesForm, type VisitLine, VisitsReadModel } from './infra/visits-read-model.ts';
