import type { Fault } from '../../kernel/domain-error.ts';

/** What a change breaks: the faults after it that were not there before, or not so bad. */
export function newFaults(before: readonly Fault[], after: readonly Fault[]): Fault[] {
  const known = new Map<string, Fault[]>();
  for (const fault of before) known.set(ruleOf(fault), [...(known.get(ruleOf(fault)) ?? []), fault]);
  return after.filter((fault) => !(known.get(ruleOf(fault)) ?? []).some((one) => isNoWorse(fault, one)));
}

/** How far a rule is broken, and not which rule. */
const EXTENT = ['visits', 'observers', 'meetingIds', 'specialistIds'];

function ruleOf({ code, params = {} }: Fault): string {
  const facts = Object.entries(params).filter(([name]) => !EXTENT.includes(name));
  return JSON.stringify([code, facts]);
}

/** More visits or observers than a limit allows, fewer than a minimum asks, and others together than before are worse. */
function isNoWorse(fault: Fault, before: Fault): boolean {
  const isBeyond = (name: string): boolean => {
    const [now, then, limit] = [fault.params?.[name], before.params?.[name], fault.params?.['limit']];
    if (Array.isArray(now) && Array.isArray(then)) return now.some((id) => !then.includes(id));
    if (typeof now !== 'number' || typeof then !== 'number') return false;
    return Math.abs(now - Number(limit)) > Math.abs(then - Number(limit));
  };
  return !EXTENT.some(isBeyond);
}
