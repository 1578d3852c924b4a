import type { SlotBasis } from '../flow/slot-flow.ts';

/** Where a relaxation begins, so that it need not find out everything by itself. */
export interface RelaxationStart {
  readonly pairs: Iterable<number>;
  /** Rows that are in from the start. */
  readonly cliques: readonly { readonly specialist: number; readonly clique: number }[];
  readonly basis: SlotBasis | null;
}

export const EMPTY_START: RelaxationStart = { pairs: [], cliques: [], basis: null };
