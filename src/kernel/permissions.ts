import type { Actor, Deputised, Role } from './actor.ts';

/** What each role may do; no other code checks roles. Routes and code ask for a permission. */
const ROLES_ALLOWED = {
  'absence.record': ['board', 'admin'],
  'absence.tell_own': ['specialist'],
  'account.manage': ['admin'],
  // Only the board has a page for it; administrators record absences over the API.
  'absence.record_on_page': ['board'],
  'briefing.edit': ['board'],
  'briefing.freeze': ['board'],
  'briefing.read': ['board', 'leader'],
  'calendar.edit': ['board'],
  'calibration.make': ['board'],
  // How much of it leaders see is the committee's choice.
  'calibration.read': ['board', 'leader'],
  // One's own severity.
  'calibration.read_own': ['specialist'],
  'calendar.read': ['board', 'leader'],
  // What the committee is called, on pages and in documents.
  'committee.name': ['admin'],
  'directory.edit': ['board', 'admin'],
  'directory.import': ['board', 'admin'],
  'directory.read': ['board', 'admin'],
  'document.read': ['board', 'leader', 'admin'],
  'engine.solve': ['board', 'admin'],
  'form.read': ['specialist', 'board', 'leader'],
  'form.read_all': ['board', 'leader'],
  'form.remind': ['board'],
  'form.review': ['board'],
  'form.write': ['specialist'],
  'mailbox.read': ['board', 'admin'],
  // The mailbox contains the sign-in links of everybody.
  'mailbox.read_of_real_people': ['admin'],
  'mail.send_again': ['board', 'admin'],
  'mail.test': ['admin'],
  'plan.amend': ['board'],
  'plan.approve': ['leader'],
  'plan.make': ['board'],
  'plan.publish': ['board'],
  'plan.read': ['board', 'leader'],
  'policy.change': ['board', 'admin'],
  // What a change would do to drafts of plans, whose visits it names.
  'policy.try': ['board'],
  'policy.read': ['board', 'leader', 'admin'],
  // The policy names which of the two decides; each has a permission of its own.
  'rating.decide': ['board', 'leader'],
  'rating.decide_as_board': ['board'],
  'rating.decide_as_leader': ['leader'],
  'rubric.change': ['board', 'admin'],
  'rubric.read': ['board', 'leader', 'admin'],
  // What a rubric would have made of past forms, whose branches it names.
  'rubric.try': ['board'],
  'service.watch': ['admin'],
  // What the form of a visit asks.
  'template.change': ['board', 'admin'],
  'template.read': ['board', 'leader', 'admin'],
  'visit.answer': ['specialist'],
  // Reporting the outcome of a visit: one's own, or on somebody's behalf.
  'visit.report': ['specialist', 'board'],
  'visit.report_for_others': ['board'],
  'visit.read': ['specialist', 'board', 'leader'],
  'visit.read_all': ['board', 'leader'],
  // The words in which somebody explained why they do not go.
  'visit.read_reason': ['board'],
  // The gateway of the committee, with the secret by which it knows us.
  'webhook.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_ALLOWED;

export function rolesAllowed(permission: Permission): readonly Role[] {
  return ROLES_ALLOWED[permission];
}

export function may(actor: Pick<Actor, 'roles'> | undefined, permission: Permission): boolean {
  return actor !== undefined && rolesAllowed(permission).some((role) => actor.roles.includes(role));
}

/**
 * In whose place somebody may act with a permission that they have as a deputy only, longest deputyship first; nobody
 * where it is their own.
 */
export function principalsOf(
  { roles, deputised = [] }: Pick<Actor, 'roles' | 'deputised'>,
  permission: Permission,
): Deputised[] {
  const foreign = deputised.filter(({ isOwn }) => !isOwn);
  const own = roles.filter((role) => !foreign.some((each) => each.role === role));
  if (may({ roles: own }, permission)) return [];
  return foreign.filter(({ role }) => may({ roles: [role] }, permission));
}

/** Of those the one for whom they have chosen to act, else the first; undefined for who acts in their own name. */
export function principalOf(
  actor: Pick<Actor, 'roles' | 'deputised' | 'actsFor'>,
  permission: Permission,
): Deputised | undefined {
  return chosenOf(principalsOf(actor, permission), actor.actsFor);
}

export function chosenOf(principals: readonly Deputised[], actsFor: Actor['actsFor'] = {}): Deputised | undefined {
  return principals.find(({ role, accountId }) => actsFor[role] === accountId) ?? principals[0];
}
