import type { DepartmentRef, MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Certificate, ProofNode } from '../certificate/certificate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Fact } from '../plan.ts';

/** The people and meetings that a refutation depends on. */
interface Mentioned {
  readonly specialistIds: Set<SpecialistRef>;
  readonly meetingIds: Set<MeetingRef>;
  readonly departmentIds: Set<DepartmentRef>;
}

/**
 * Which facts a refutation can depend on: those of the people, meetings and departments that it prices, branches on, or
 * finds pinned to an ineligible pair. It is a guess that a solve must confirm; null where the certificate gives no
 * hint.
 */
export function suspectsOf(model: MonthModel, certificate: Certificate): ((fact: Fact) => boolean) | null {
  const mentioned = mentionedIn(model, certificate);
  const { specialistIds, meetingIds, departmentIds } = mentioned;
  if (specialistIds.size + meetingIds.size + departmentIds.size === 0) return null;
  const branchIds = new Set(model.meetings.flatMap(({ id, branchId }) => (meetingIds.has(id) ? [branchId] : [])));
  const spans = model.meetings.filter(({ id }) => meetingIds.has(id));
  const departmentOf = new Map(model.specialists.map(({ id, departmentId }) => [id, departmentId]));
  const isNamed = (specialistId: SpecialistRef): boolean =>
    specialistIds.has(specialistId) || departmentIds.has(departmentOf.get(specialistId) ?? '');
  return (fact) => {
    switch (fact.kind) {
      case 'pin':
      case 'accepted':
        return meetingIds.has(fact.meetingId) || isNamed(fact.specialistId);
      case 'mandatory':
      case 'team_lead':
      case 'team_departments':
      case 'sending_departments':
      case 'most_observers':
        return meetingIds.has(fact.meetingId);
      case 'min_visits':
      case 'max_visits':
        return isNamed(fact.specialistId);
      case 'unavailable':
        return isNamed(fact.specialistId) || spans.some(({ start, end }) => fact.from < end && start < fact.to);
      case 'conflict_of_interest':
      case 'rotation_gap':
        return isNamed(fact.specialistId) || branchIds.has(fact.branchId);
      case 'department_min':
      case 'department_max':
        return departmentIds.has(fact.departmentId);
      default:
        return true;
    }
  };
}

function mentionedIn(model: MonthModel, certificate: Certificate): Mentioned {
  const mentioned: Mentioned = { specialistIds: new Set(), meetingIds: new Set(), departmentIds: new Set() };
  const add = (ids: Set<string>, items: readonly { readonly id: string }[], position: number): void => {
    const item = items[position];
    if (item !== undefined) ids.add(item.id);
  };
  const specialist = (s: number): void => add(mentioned.specialistIds, model.specialists, s);
  const meeting = (m: number): void => add(mentioned.meetingIds, model.meetings, m);
  const department = (d: number): void => add(mentioned.departmentIds, model.problem.departments, d);
  for (const pin of model.impossiblePins) {
    mentioned.specialistIds.add(pin.specialistId);
    mentioned.meetingIds.add(pin.meetingId);
  }
  const walk = (node: ProofNode): void => {
    if ('branch' in node) {
      if ('specialist' in node.branch) specialist(node.branch.specialist);
      if ('meeting' in node.branch) meeting(node.branch.meeting);
      walk(node.no);
      walk(node.yes);
      return;
    }
    const { meetings, loads, leads, emptySeats, departments, departmentMin, departmentMax } = node.prices;
    for (const [m] of [...meetings, ...leads, ...emptySeats, ...departments]) meeting(m);
    for (const [s] of loads) specialist(s);
    for (const [d] of [...departmentMin, ...departmentMax]) department(d);
  };
  for (const { tree } of certificate.tiers) walk(tree);
  return mentioned;
}
