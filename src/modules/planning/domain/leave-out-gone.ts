import type { BranchRef } from '../../../kernel/id.ts';
import type { FieldWeights, MonthFacts, SpecialistFacts } from './month-facts.ts';

/** How many different things a month's facts refer to that no longer exist, by kind. */
export interface LeftOut {
  readonly branches: number;
  readonly decisions: number;
  readonly fields: number;
}

/**
 * The facts without references to branches, fields, people and meetings that no longer exist. Records of the past keep
 * such references, for example earlier visits and conflicts of interest, but nobody can be sent there any more.
 */
export function leaveOutGone(facts: MonthFacts): { readonly facts: MonthFacts; readonly leftOut: LeftOut } {
  const branches = new Register(facts.branches.map(({ id }) => id));
  const fields = new Register(facts.fields);
  const meetings = facts.meetings.filter(({ branchId }) => branches.has(branchId));
  const people = new Set(facts.specialists.map(({ id }) => id));
  const there = new Set(meetings.map(({ id }) => id));
  const decisions = facts.decisions.filter(
    ({ specialistId, meetingId }) => people.has(specialistId) && there.has(meetingId),
  );
  const kept: MonthFacts = {
    ...facts,
    departments: [...new Set([...facts.departments, ...facts.specialists.map(({ departmentId }) => departmentId)])],
    branches: facts.branches.map((branch) => ({ ...branch, weakFields: fields.weights(branch.weakFields) })),
    specialists: facts.specialists.map((specialist) => knowing(specialist, branches, fields)),
    meetings,
    decisions,
  };
  const leftOut = {
    branches: branches.missed,
    decisions: facts.decisions.length - decisions.length,
    fields: fields.missed,
  };
  return { facts: kept, leftOut };
}

function knowing(specialist: SpecialistFacts, branches: Register, fields: Register): SpecialistFacts {
  const orNone = (id: BranchRef | null) => (id !== null && branches.has(id) ? id : null);
  return {
    ...specialist,
    fields: fields.weights(specialist.fields),
    ownBranchId: orNone(specialist.ownBranchId),
    residenceBranchId: orNone(specialist.residenceBranchId),
    conflictBranchIds: specialist.conflictBranchIds.filter((id) => branches.has(id)),
    lastVisits: specialist.lastVisits.filter(({ branchId }) => branches.has(branchId)),
    ...(specialist.wishes && { wishes: specialist.wishes.filter(({ branchId }) => branches.has(branchId)) }),
  };
}

/** The ids that exist; it records those that were looked up in vain. */
class Register {
  private readonly ids: ReadonlySet<string>;
  private readonly gone = new Set<string>();

  constructor(ids: readonly string[]) {
    this.ids = new Set(ids);
  }

  get missed(): number {
    return this.gone.size;
  }

  has(id: string): boolean {
    if (this.ids.has(id)) return true;
    this.gone.add(id);
    return false;
  }

  weights(weights: FieldWeights): FieldWeights {
    return Object.fromEntries(Object.entries(weights).filter(([code]) => this.has(code)));
  }
}
