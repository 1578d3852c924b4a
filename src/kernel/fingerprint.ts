import { contentHash } from './canonical-json.ts';

/** A number by which equal content is known again, for what has no revision of its own; it fits an entity tag. */
export function fingerprint(content: unknown): number {
  return Number.parseInt(contentHash(content).slice(0, 7), 16);
}
