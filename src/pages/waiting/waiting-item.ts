import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { NavigationKey } from '../navigation.ts';

/** Something that waits for the reader. */
export interface WaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
  /** Its month; null where it belongs to no single one. */
  readonly month: Month | null;
  /** The navigation item under which it is counted, and its count. */
  readonly under: NavigationKey;
  readonly count: number;
}
