import type { SpecialistRef } from '../../../kernel/id.ts';

/**
 * What a month asks of somebody, what earlier months left over included, in hundredths of a visit; never below 0.
 * @param person target of the month by the days of presence, and balance of earlier months, in hundredths of a visit
 */
export function owedShare({ target, balance }: { readonly target: number; readonly balance: number }): number {
  return Math.max(0, target - balance);
}

/** The same of each person of a month, for sentences about loads; 0 for whoever is not in it. */
export function owedShares(
  specialists: readonly { readonly id: SpecialistRef; readonly target: number; readonly balance: number }[],
): (specialistId: SpecialistRef) => number {
  const shares = new Map(specialists.map((one) => [one.id, owedShare(one)]));
  return (id) => shares.get(id) ?? 0;
}
