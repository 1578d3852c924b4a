import { DomainError } from '../../../kernel/domain-error.ts';
import type { MeetingId, SpecialistId } from '../../../kernel/id.ts';
import type {} from '../errors.ts';
import { type Duty, dutyKey, type PlanDecision } from './plan-decision.ts';

/** What somebody does to a plan on the desk. */
export type DeskAction =
  | ({ readonly kind: 'assign' | 'unassign' | 'pin' | 'forbid' | 'release' } & Duty)
  /** The same person goes to another meeting. */
  | ({ readonly kind: 'move'; readonly toMeetingId: MeetingId } & Duty)
  /** Another person goes to the same meeting. */
  | ({ readonly kind: 'replace'; readonly bySpecialistId: SpecialistId } & Duty)
  /** Two people take each other's meeting. */
  | ({ readonly kind: 'swap'; readonly withSpecialistId: SpecialistId; readonly withMeetingId: MeetingId } & Duty);

/** What is noted of an edit: an action, or that some of what the engine proposed was taken over. */
export type NotedAction = DeskAction | { readonly kind: 'adopt'; readonly changes: number };

/** A plan as people have made it so far. */
export interface PlanByHand {
  readonly duties: readonly Duty[];
  readonly decisions: readonly PlanDecision[];
}

/** What an edit changes; turned round, it is what undoing changes. */
export interface EditEffect {
  readonly added: readonly Duty[];
  readonly dropped: readonly Duty[];
  readonly decisions: readonly DecisionChange[];
}

export interface DecisionChange extends Duty {
  readonly before: Decided | null;
  readonly after: Decided | null;
}

export type Decided = Omit<PlanDecision, keyof Duty>;

/**
 * What an action changes in a plan. Who is sent stays sent, and who is taken off is not sent back, when the engine plans
 * again.
 * @throws DomainError plan.already_so, plan.not_so where the plan is not as the action takes it to be
 */
export function effectOf(action: DeskAction, plan: PlanByHand): EditEffect {
  const effect = new Effect(plan);
  const { specialistId, meetingId } = action;
  switch (action.kind) {
    case 'assign':
      return effect.send(action).result();
    case 'unassign':
      return effect.take(action).result();
    case 'move':
      return effect.take(action).send({ specialistId, meetingId: action.toMeetingId }).result();
    case 'replace':
      return effect.take(action).send({ specialistId: action.bySpecialistId, meetingId }).result();
    case 'swap':
      return effect
        .take(action)
        .take({ specialistId: action.withSpecialistId, meetingId: action.withMeetingId })
        .send({ specialistId, meetingId: action.withMeetingId })
        .send({ specialistId: action.withSpecialistId, meetingId })
        .result();
    case 'pin':
      return effect.decide(action, 'must').result();
    case 'forbid':
      return effect.keepAway(action).result();
    case 'release':
      return effect.release(action).result();
  }
}

/** What undoing an edit changes. */
export function inverse({ added, dropped, decisions }: EditEffect): EditEffect {
  return {
    added: dropped,
    dropped: added,
    decisions: decisions.map(({ before, after, ...duty }) => ({ ...duty, before: after, after: before })),
  };
}

/** The plan after an edit; duties and decisions that it speaks of and that are gone already stay gone. */
export function applied(plan: PlanByHand, { added, dropped, decisions }: EditEffect): PlanByHand {
  const duties = new Map(plan.duties.map((duty) => [dutyKey(duty), duty]));
  for (const duty of dropped) duties.delete(dutyKey(duty));
  for (const duty of added) duties.set(dutyKey(duty), duty);
  const decided = new Map(plan.decisions.map((decision) => [dutyKey(decision), decision]));
  for (const { specialistId, meetingId, after } of decisions) {
    const duty = { specialistId, meetingId };
    if (after === null) decided.delete(dutyKey(duty));
    else decided.set(dutyKey(duty), { ...duty, ...after });
  }
  return { duties: [...duties.values()], decisions: [...decided.values()] };
}

/** The same edit, where what it sends people to breaks these rules on purpose. */
export function overruling(effect: EditEffect, rulesOf: (duty: Duty) => readonly string[], reason: string): EditEffect {
  const decisions = effect.decisions.map((change) => {
    const overrules = change.after === null ? [] : rulesOf(change);
    return change.after === null || overrules.length === 0
      ? change
      : { ...change, after: { ...change.after, overrules, reason } };
  });
  return { ...effect, decisions };
}

/**
 * The same edit, which also keeps these duties as they are. Where a limit gives way to somebody's visits, all that count
 * towards it are kept: the engine would otherwise have to guess how far the limit was to give way.
 */
export function keeping(effect: EditEffect, plan: PlanByHand, duties: readonly Duty[]): EditEffect {
  const decided = new Set([...plan.decisions, ...effect.decisions].map(dutyKey));
  const kept = duties.filter((duty) => !decided.has(dutyKey(duty)));
  const after = { kind: 'must', overrules: [], reason: null } as const;
  const changes = kept.map(({ specialistId, meetingId }) => ({ specialistId, meetingId, before: null, after }));
  return { ...effect, decisions: [...effect.decisions, ...changes] };
}

/** Whose month and which meetings an edit changes. */
export function touchedBy({ added, dropped, decisions }: EditEffect): ReadonlySet<string> {
  return new Set(
    [...added, ...dropped, ...decisions].flatMap(({ specialistId, meetingId }) => [specialistId, meetingId]),
  );
}

/** The same edit, which also decides some of its duties: rules give way only to what people have decided. */
export function deciding(effect: EditEffect, plan: PlanByHand, isDecided: (duty: Duty) => boolean): EditEffect {
  const known = new Map(plan.decisions.map((decision) => [dutyKey(decision), decision]));
  const change =
    (kind: PlanDecision['kind']) =>
    ({ specialistId, meetingId }: Duty): DecisionChange => ({
      specialistId,
      meetingId,
      before: decidedBy(known.get(dutyKey({ specialistId, meetingId }))),
      after: { kind, overrules: [], reason: null },
    });
  const { added, dropped, decisions } = effect;
  const sent = added.filter(isDecided).map(change('must'));
  return { ...effect, decisions: [...decisions, ...sent, ...dropped.filter(isDecided).map(change('must_not'))] };
}

function decidedBy(decision: PlanDecision | undefined): Decided | null {
  return decision ? { kind: decision.kind, overrules: decision.overrules, reason: decision.reason } : null;
}

class Effect {
  private readonly going: ReadonlySet<string>;
  private readonly decided: ReadonlyMap<string, PlanDecision>;
  private readonly added: Duty[] = [];
  private readonly dropped: Duty[] = [];
  private readonly decisions: DecisionChange[] = [];

  constructor(plan: PlanByHand) {
    this.going = new Set(plan.duties.map(dutyKey));
    this.decided = new Map(plan.decisions.map((decision) => [dutyKey(decision), decision]));
  }

  send({ specialistId, meetingId }: Duty): this {
    this.mustGo({ specialistId, meetingId }, false);
    this.added.push({ specialistId, meetingId });
    return this.change({ specialistId, meetingId }, 'must');
  }

  take({ specialistId, meetingId }: Duty): this {
    this.mustGo({ specialistId, meetingId }, true);
    this.dropped.push({ specialistId, meetingId });
    return this.change({ specialistId, meetingId }, 'must_not');
  }

  /** Whoever goes there is taken off as well. */
  keepAway(duty: Duty): this {
    return this.going.has(dutyKey(duty)) ? this.take(duty) : this.decide(duty, 'must_not');
  }

  decide({ specialistId, meetingId }: Duty, kind: PlanDecision['kind']): this {
    const duty = { specialistId, meetingId };
    this.mustGo(duty, kind === 'must');
    if (this.decided.get(dutyKey(duty))?.kind === kind) throw new DomainError('plan.already_so', {});
    return this.change(duty, kind);
  }

  release({ specialistId, meetingId }: Duty): this {
    const duty = { specialistId, meetingId };
    if (!this.decided.has(dutyKey(duty))) throw new DomainError('plan.already_so', {});
    return this.change(duty, null);
  }

  result(): EditEffect {
    return { added: this.added, dropped: this.dropped, decisions: this.decisions };
  }

  private mustGo(duty: Duty, goes: boolean): void {
    if (this.going.has(dutyKey(duty)) === goes) return;
    throw new DomainError(goes ? 'plan.not_so' : 'plan.already_so', {});
  }

  private change(duty: Duty, kind: PlanDecision['kind'] | null): this {
    const after = kind && { kind, overrules: [], reason: null };
    this.decisions.push({ ...duty, before: decidedBy(this.decided.get(dutyKey(duty))), after });
    return this;
  }
}
