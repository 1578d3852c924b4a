export { CompleteVisit } from './application/complete-visit.ts';
export { type Offer, OfferVisits } from './application/offer-visits.ts';
export { RecordResult } from './application/record-result.ts';
export type { VisitFinding, VisitResult } from './domain/visit-result.ts';
export type { Visit, VisitId, VisitState } from './domain/visit.ts';
export { visitErrors } from './errors.ts';
export { VisitEntity } from './infra/visit-entity.ts';
export { VisitsModule } from './visits.module.ts';
export { visitsMessages } from './messages.ts';
