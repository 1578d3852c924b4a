import type { Id, SpecialistId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';

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
