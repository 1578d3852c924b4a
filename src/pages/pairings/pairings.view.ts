import type { Day, Month } from '../../kernel/month.ts';
import type { PairingKind } from '../../modules/directory/index.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/pairings` */
export interface PairingsPage {
  readonly pairs: readonly PairingRow[];
  /** Null for people who may only read. */
  readonly form: PairingForm | null;
}

export interface PairingRow {
  readonly kind: PairingKind;
  readonly first: PairedPerson;
  readonly second: PairedPerson;
  readonly reason: string;
  /** The last month that it counts for; null: no end. */
  readonly until: Month | null;
  readonly isOver: boolean;
  /** Published meetings ahead to which both are sent although they must not go together. */
  readonly against: readonly PairedMeeting[];
  readonly removeAction: string | null;
}

export interface PairedPerson {
  readonly name: string;
  readonly department: string;
  readonly href: string;
  /** Plans leave out those who have left. */
  readonly isInUse: boolean;
}

export interface PairedMeeting {
  readonly day: Day;
  readonly branch: string;
  readonly href: string;
}

export interface PairingForm {
  readonly action: string;
  readonly kinds: readonly Option[];
  readonly first: readonly Option[];
  readonly second: readonly Option[];
  readonly months: readonly Option[];
  readonly reason: string;
  readonly longest: number;
  /** By field. */
  readonly errors: Readonly<Record<string, string>>;
}
