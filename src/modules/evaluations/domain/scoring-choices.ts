import type { RubricPolicy } from './rubric.ts';

/** A rubric's policy as a committee decides it: each choice a value of its own. */
export interface ScoringChoices extends Omit<RubricPolicy, 'smallBranch'> {
  /** Null: branches of every size have the same length. */
  readonly smallBelow: number | null;
  readonly smallMinutes: number;
}

export function scoringChoices({ smallBranch, ...rest }: RubricPolicy): ScoringChoices {
  return {
    ...rest,
    smallBelow: smallBranch?.membersBelow ?? null,
    smallMinutes: smallBranch?.requiredMinutes ?? rest.requiredMinutes.regular,
  };
}

export function rubricPolicyOf({ smallBelow, smallMinutes, ...rest }: ScoringChoices): RubricPolicy {
  const smallBranch = smallBelow === null ? null : { membersBelow: smallBelow, requiredMinutes: smallMinutes };
  return { ...rest, smallBranch };
}
