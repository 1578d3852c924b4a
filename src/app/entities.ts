import { identityEntities } from '../modules/identity/index.ts';
import { PlanEntity } from '../modules/planning/index.ts';
import { VisitEntity } from '../modules/visits/index.ts';

/** Every entity of every module. */
export const entities = [...Object.values(identityEntities), PlanEntity, VisitEntity];
