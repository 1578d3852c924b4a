export { LockedVisits } from './application/locked-visits.ts';
export { type Offer, OfferVisits } from './application/offer-visits.ts';
export type { Finding, VisitFinding, VisitResult } from './domain/visit-result.ts';
export type { Visit, VisitId } from './domain/visit.ts';
export { holdsSeat, takesPlace, type VisitState } from './domain/visit-state.ts';
export { visitErrors } from './errors.ts';
export { VisitEntity } from './infra/visit-entity.ts';
export { VisitsModule } from './visits.module.ts';
export { visitsMessages } from './messages.ts';
