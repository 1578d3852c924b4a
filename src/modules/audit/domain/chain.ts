import { createHash } from 'node:crypto';
import { canonicalJson, contentHash } from '../../../kernel/canonical-json.ts';
import type { AccountRef, CommitteeRef } from '../../../kernel/id.ts';

/**
 * One link of a committee's chain. Each hash covers the one before it, so that no entry can be changed or removed
 * unnoticed.
 */
export interface AuditEntry {
  readonly committeeId: CommitteeRef;
  readonly seq: number;
  /** ISO 8601 in UTC, by the machine's clock. */
  readonly at: string;
  readonly actorId: AccountRef | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Hash of the details, which may be erased without breaking the chain. */
  readonly detailsDigest: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: AuditHead = { seq: 0, hash: '0'.repeat(64) };

export function detailsDigest(salt: string, details: object): string {
  return createHash('sha256').update(salt).update(canonicalJson(details)).digest('hex');
}

/** The next link after `head`. */
export function link(head: AuditHead, entry: Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>): AuditEntry {
  const linked = { ...entry, seq: head.seq + 1, previousHash: head.hash };
  return { ...linked, hash: contentHash(linked) };
}

export type ChainFault = 'missing' | 'unlinked' | 'changed' | 'details_changed';

/** What is wrong with `entry` as the link after `head`; null where it is right. */
export function checkLink(
  head: AuditHead,
  entry: AuditEntry,
  kept: { salt: string; details: object } | null,
): ChainFault | null {
  if (entry.seq !== head.seq + 1) return 'missing';
  if (entry.previousHash !== head.hash) return 'unlinked';
  const { hash, ...content } = entry;
  if (contentHash(content) !== hash) return 'changed';
  if (kept && detailsDigest(kept.salt, kept.details) !== entry.detailsDigest) return 'details_changed';
  return null;
}
