import type { NotYetDue, RubricPolicy } from './rubric.ts';

/** A rubric's policy as a committee decides it, with one value per choice. */
export interface ScoringChoices extends Omit<RubricPolicy, 'smallBranch'> {
  readonly notYetDue: NotYetDue;
  /** Null: the same duration for branches of every size. */
  readonly smallBelow: number | null;
  readonly smallMinutes: number;
}

export function scoringChoices({ smallBranch, ...rest }: RubricPolicy): ScoringChoices {
  return {
    ...rest,
    notYetDue: rest.notYetDue ?? 'grant',
    smallBelow: smallBranch?.membersBelow ?? null,
    smallMinutes: smallBranch?.requiredMinutes ?? rest.requiredMinutes.regular,
  };
}

export function rubricPolicyOf({ smallBelow, smallMinutes, ...rest }: ScoringChoices): RubricPolicy {
  const smallBranch = smallBelow === null ? null : { membersBelow: smallBelow, requiredMinutes: smallMinutes };
  return { ...rest, smallBranch };
}
