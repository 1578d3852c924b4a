import type { Role } from '../../kernel/actor.ts';
import type { NavigationItem } from '../views/page-context.ts';
import type { WaitingCounts } from './waiting-work.ts';

/** Who opens which page, and when. */
export interface Look {
  readonly role: Role;
  readonly path: string;
  readonly now: Date;
  /** The committee's time zone. */
  readonly zone: string;
  /** Whether the built-in mailbox exists and this person may read all mail in it. */
  readonly hasMailbox: boolean;
  readonly waiting: WaitingCounts;
}

/** Decides which pages a person's navigation shows; the product implements it. */
export abstract class Navigation {
  abstract itemsFor(look: Look): readonly NavigationItem[];
}
