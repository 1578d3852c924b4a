import type { Fault } from '../../../kernel/domain-error.ts';
import type { ChangeCost, HandMonth } from '../../../solver/index.ts';
import { applied, type EditEffect, type PlanByHand } from './desk-action.ts';
import { type Duty, dutyKey } from './plan-decision.ts';

/** Whether an edit may be made, and what it would cost. */
export interface EditJudgement {
  readonly can: 'yes' | 'with_reason' | 'no';
  /** Rules that the edit breaks and that held before. */
  readonly faults: readonly Fault[];
  readonly cost: ChangeCost;
  /** Which of them somebody's going, or not going, to a meeting breaks. */
  readonly overruledBy: (duty: Duty) => readonly string[];
  /** Duties that count towards the limits that it breaks. */
  readonly counting: readonly Duty[];
}

/** Nobody is sent to a meeting that has begun, nor taken off there. */
export function begunFault({ specialistId, meetingId }: Duty): Fault {
  return { pointer: '', code: 'verify.ineligible', params: { specialistId, meetingId, reasons: ['over'] } };
}

/**
 * Rules that were broken before, on purpose, stay so: they are not held against the edit. `begun`: meetings that have
 * begun since the plan was made.
 */
export function judgeEdit(
  hand: HandMonth,
  plan: PlanByHand,
  effect: EditEffect,
  begun: ReadonlySet<string> = new Set(),
): EditJudgement {
  const after = applied(plan, effect);
  const cost = hand.costOfChange(plan.duties, after.duties);
  const late = [...effect.added, ...effect.dropped, ...effect.decisions].filter(({ meetingId }) =>
    begun.has(meetingId),
  );
  const can = late.length > 0 ? 'no' : cost.can;
  const faults = [...late.slice(0, 1).map(begunFault), ...cost.faults];
  const changed = new Set([...effect.added, ...effect.dropped].map(dutyKey));
  return {
    can,
    faults,
    cost,
    counting: after.duties.filter((duty) => faults.some((fault) => !isOfPair(fault) && isOneOf(fault, duty))),
    overruledBy: (duty) =>
      changed.has(dutyKey(duty)) ? [...new Set(faults.filter((fault) => isAbout(fault, duty)).flatMap(rulesOf))] : [],
  };
}

/** The rules by name, those of a pair with each reason why it is not eligible; sorted. */
export function brokenRules(faults: readonly Fault[]): string[] {
  const named = faults.flatMap((fault) =>
    isOfPair(fault) ? rulesOf(fault).map((reason) => `${fault.code}/${reason}`) : [fault.code],
  );
  return [...new Set(named)].toSorted();
}

/** A fault of a person's month is about each change in it, one of a meeting about each change there. */
function isAbout({ params = {} }: Fault, { specialistId, meetingId }: Duty): boolean {
  const { specialistId: who, meetingId: where } = params;
  return (who === undefined || who === specialistId) && (where === undefined || where === meetingId);
}

/** Of somebody and a meeting alone, whatever else they do. */
function isOfPair({ code }: Fault): boolean {
  return code === 'verify.ineligible';
}

/** A limit of a person counts their visits, one of a meeting its people. */
function isOneOf({ params = {} }: Fault, { specialistId, meetingId }: Duty): boolean {
  return params['specialistId'] === specialistId || params['meetingId'] === meetingId;
}

/** As the engine names them: for a pair that is not eligible its reasons, else the rule of the month. */
function rulesOf({ code, params = {} }: Fault): readonly string[] {
  const { reasons } = params;
  if (Array.isArray(reasons)) return reasons.filter((reason): reason is string => typeof reason === 'string');
  return [code.replace(/^verify\./, '')];
}
