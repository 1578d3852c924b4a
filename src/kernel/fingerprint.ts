import { contentHash } from './canonical-json.ts';

/**
 * A number that identifies content without a revision of its own; equal content has the same number. Small enough for
 * an entity tag.
 */
export function fingerprint(content: unknown): number {
  return Number.parseInt(contentHash(content).slice(0, 7), 16);
}
