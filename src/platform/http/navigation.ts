import type { Role } from '../../kernel/actor.ts';
import type { NavigationItem } from '../views/page-context.ts';

/** Who looks at which page, and when. */
export interface Look {
  readonly role: Role;
  readonly path: string;
  readonly now: Date;
  /** The committee's time zone. */
  readonly zone: string;
  /** The built-in mailbox is there, and this person may read everybody's letters in it. */
  readonly hasMailbox: boolean;
}

/** Which pages there are and who is led to them: the product's to say. */
export abstract class Navigation {
  abstract itemsFor(look: Look): readonly NavigationItem[];
}
