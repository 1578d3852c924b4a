import { type Actor, ROLES, type Role } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/id.ts';
import { chosenOf } from '../../kernel/permissions.ts';

/** For whom somebody acts in a role that they hold as a deputy only. */
export interface ActingFor {
  readonly role: Role;
  readonly id: AccountId;
  readonly name: string;
  /** The others whose deputy they are in this role. */
  readonly others: readonly { readonly id: AccountId; readonly name: string }[];
}

type Choices = NonNullable<Actor['actsFor']>;

/** The roles that an actor holds as a deputy only, and for whom. */
export function actingFor({ deputised = [], actsFor }: Pick<Actor, 'deputised' | 'actsFor'>): ActingFor[] {
  const foreign = deputised.filter(({ isOwn }) => !isOwn);
  return ROLES.flatMap((role) => {
    const principals = foreign.filter((each) => each.role === role);
    const chosen = chosenOf(principals, actsFor);
    if (!chosen) return [];
    const named = new Map(principals.map(({ accountId: id, name }) => [id, { id, name }]));
    named.delete(chosen.accountId);
    return [{ role, id: chosen.accountId, name: chosen.name, others: [...named.values()] }];
  });
}

/** A choice for one role as forms and the cookie carry it. */
export function writeChoice(role: Role, id: string): string {
  return `${role}.${id}`;
}

/** Choices as they were written; what cannot be read is no choice. */
export function readChoices(written: readonly string[]): Choices {
  const pairs = written.map((one) => one.split('.'));
  const choices: Partial<Record<Role, AccountId>> = {};
  for (const role of ROLES) {
    const id = pairs.find(([named]) => named === role)?.[1];
    if (id !== undefined) choices[role] = id as AccountId;
  }
  return choices;
}
