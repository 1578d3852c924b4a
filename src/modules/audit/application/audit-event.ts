import type { CommitteeId } from '../../../kernel/id.ts';
import type { ChainFault } from '../domain/chain.ts';

export interface AuditEvent {
  /** What was done, as `thing.participle`, such as `plan.published`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: object;
}

export interface ChainReport {
  readonly committeeId: CommitteeId;
  readonly entries: number;
  readonly head: string;
  /** The first link that fails verification. */
  readonly fault: { readonly seq: number; readonly kind: ChainFault } | null;
}
