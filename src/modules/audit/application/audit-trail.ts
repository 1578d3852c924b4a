import type { AuditHead, ChainFault } from '../domain/chain.ts';

export interface AuditEvent {
  /** What was done, as `thing.participle`: `plan.published`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: object;
}

export interface ChainReport {
  readonly committeeId: string;
  readonly entries: number;
  readonly head: string;
  /** The first link that does not hold. */
  readonly fault: { readonly seq: number; readonly kind: ChainFault } | null;
}

/** Who did what and when, in the transaction that did it. */
export abstract class AuditTrail {
  /** Joins the ambient transaction; the link is forged when it commits. */
  abstract record(event: AuditEvent): void;
  /** The chain's head as it will be when the ambient transaction has committed what was recorded so far. */
  abstract head(): Promise<AuditHead>;
  /** Reads the acting committee's whole chain. */
  abstract verify(): Promise<ChainReport>;
}
