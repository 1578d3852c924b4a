export { VisitEntity } from './infra/visit-entity.ts';
export { VisitsModule } from './visits.module.ts';
export { visitTexts } from './texts.ts';
