import { identityEntities } from '../modules/identity/wiring.ts';
import { PlanEntity } from '../modules/planning/wiring.ts';
import { VisitEntity } from '../modules/visits/wiring.ts';

/** Every entity of every module. */
export const entities = [...Object.values(identityEntities), PlanEntity, VisitEntity];
