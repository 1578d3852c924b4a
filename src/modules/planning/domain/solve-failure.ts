import type { BranchRef, DepartmentRef, MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import type { PlanProblem } from '../../../solver/index.ts';

/** Why a month could not be planned, in a form that shows where to correct it. */
export interface SolveFailure {
  /** The first contradictions found in the month's facts; empty where it failed for another reason. */
  readonly contradictions: readonly Contradiction[];
  /** Its time ran out before any plan was found. */
  readonly isLate?: boolean;
}

export interface Contradiction {
  /** The owner of the facts; null where they belong to none alone. */
  readonly of: {
    readonly kind: 'branches' | 'specialists' | 'meetings' | 'departments';
    readonly id: BranchRef | SpecialistRef | MeetingRef | DepartmentRef;
  } | null;
  /** The engine's code with its facts. */
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const NAMED = 5;
const LISTS = ['branches', 'specialists', 'meetings', 'departments'] as const;

export function solveFailure(error: unknown, problem: PlanProblem): SolveFailure {
  if (!isDomainError(error, 'input.invalid')) return { contradictions: [] };
  return {
    contradictions: error.faults.slice(0, NAMED).map(({ pointer, code, params = {} }) => {
      const [, list, index] = pointer.split('/');
      const kind = LISTS.find((one) => one === list);
      const id = kind && problem[kind][Number(index)]?.id;
      return { of: kind !== undefined && id !== undefined ? { kind, id } : null, code, params };
    }),
  };
}
