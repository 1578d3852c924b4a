import type { CommitteeId } from '../../../kernel/id.ts';
import { contentHash } from '../../../kernel/canonical-json.ts';

/** Equal for the same mail, however often it is made, without revealing whom or what it is about. */
export function messageIdOf(committeeId: CommitteeId, key: string, host: string): string {
  return `<${contentHash([committeeId, key]).slice(0, 32)}@${host}>`;
}
