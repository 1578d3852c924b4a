import type { Actor } from '../../../kernel/actor.ts';
import { may } from '../../../kernel/permissions.ts';
import { type PolicyContent, type PolicyField, withContent } from '../../policies/index.ts';

/** Who decides the official rating of a meeting. */
export const RATING_DECIDERS = ['board', 'leader', 'either'] as const;
export type RatingDecider = (typeof RATING_DECIDERS)[number];

export interface RatingPolicy {
  readonly decidedBy: RatingDecider;
}

/** The sources say that the superior committee decides, not who does so for it. */
export const STANDARD_RATING_POLICY: RatingPolicy = { decidedBy: 'board' };

export const RATING_FIELDS: readonly PolicyField[] = [
  { kind: 'choice', key: 'decidedBy', group: 'official', path: ['decidedBy'], options: RATING_DECIDERS },
];

export function ratingPolicy(content: PolicyContent): RatingPolicy {
  return withContent(STANDARD_RATING_POLICY, content);
}

/** Whether the policy names this reader. */
export function mayDecideRating(actor: Pick<Actor, 'roles'>, { decidedBy }: RatingPolicy): boolean {
  const asBoard = decidedBy !== 'leader' && may(actor, 'rating.decide_as_board');
  return asBoard || (decidedBy !== 'board' && may(actor, 'rating.decide_as_leader'));
}
