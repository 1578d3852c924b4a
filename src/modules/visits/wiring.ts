export { visitErrors } from './errors.ts';
export { VisitEntity } from './infra/visit-entity.ts';
export { visitsMessages } from './messages.ts';
export { VisitsModule } from './visits.module.ts';
