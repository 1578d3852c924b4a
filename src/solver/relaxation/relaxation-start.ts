import type { SlotBasis } from '../flow/slot-flow.ts';

/** What a relaxation starts from, so that it need not find these by itself. */
export interface RelaxationStart {
  readonly pairs: Iterable<number>;
  /** Clique rows that are in the programme from the start. */
  readonly cliques: readonly { readonly specialist: number; readonly clique: number }[];
  readonly basis: SlotBasis | null;
}

export const EMPTY_START: RelaxationStart = { pairs: [], cliques: [], basis: null };
