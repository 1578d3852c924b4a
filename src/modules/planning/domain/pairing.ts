import type { Id, SpecialistId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Pairing as EnginePairing } from '../../../solver/index.ts';

export type PairingId = Id<'Pairing'>;

export const PAIRING_KINDS = ['apart', 'together'] as const;
export type PairingKind = (typeof PAIRING_KINDS)[number];

/** Two people who must not, or should, go to a meeting together. */
export interface Pairing {
  readonly id: PairingId;
  readonly kind: PairingKind;
  /** In one order: the smaller id first. */
  readonly specialistIds: readonly [SpecialistId, SpecialistId];
  readonly reason: string;
  /** The last month whose plan it counts for; null: for as long as it is registered. */
  readonly until: Month | null;
}

export const LONGEST_PAIRING_REASON = 300;

/** Those that count in a month, among people who are in it, as the engine takes them. */
export function pairingsOfMonth(
  pairings: readonly Pairing[],
  month: Month,
  people: ReadonlySet<string>,
  reward: number,
): EnginePairing[] {
  return pairings
    .filter(
      ({ until, specialistIds }) => (until === null || until >= month) && specialistIds.every((id) => people.has(id)),
    )
    .map(({ kind, specialistIds }) => (kind === 'apart' ? { kind, specialistIds } : { kind, specialistIds, reward }));
}
