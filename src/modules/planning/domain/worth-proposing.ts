import type { ProposedRepair } from '../../../solver/index.ts';

/** Besides whoever takes the seat, and whoever gives their visits to them. */
const MOST_OTHERS = 3;

/**
 * Whether the board is shown a repair: one that moves half the month was only the first that the engine came by before
 * its time was over, and helps nobody.
 */
export function isWorthProposing({
  isProven,
  takers,
  cost: { people },
}: {
  readonly isProven: boolean;
  readonly takers: ProposedRepair['takers'];
  readonly cost: { readonly people: readonly object[] };
}): boolean {
  return isProven || people.length - takers.length <= MOST_OTHERS;
}
