import type { Role } from '../kernel/actor.ts';
import { GrantRole } from '../modules/identity/index.ts';
import { forCommittee, type ForCommittee } from './for-committee.ts';

export interface AccountGrant {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Code of the committee; null where there is only one. */
  readonly committee: string | null;
}

/** Gives somebody a role, and an account if they have none. */
export function grantAccount({ committee, ...person }: AccountGrant): Promise<ForCommittee<unknown>> {
  return forCommittee(committee, (app) => app.get(GrantRole).execute(person));
}
