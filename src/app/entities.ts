import { AccountEntity, MembershipEntity, SessionEntity, SignInLinkEntity } from '../modules/identity/wiring.ts';
import { PlanEntity } from '../modules/planning/wiring.ts';
import { VisitEntity } from '../modules/visits/wiring.ts';

/** Every entity of every module. */
export const entities = [AccountEntity, MembershipEntity, SessionEntity, SignInLinkEntity, PlanEntity, VisitEntity];
