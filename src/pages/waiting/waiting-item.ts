import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { NavigationKey } from '../navigation.ts';

/** Something that waits for whoever looks. */
export interface WaitingItem {
  readonly sentence: Sentence;
  readonly href: string;
  /** The month that it belongs to; null where it belongs to none alone. */
  readonly month: Month | null;
  /** Under which item of the navigation it is counted, and as how many things. */
  readonly under: NavigationKey;
  readonly count: number;
}
