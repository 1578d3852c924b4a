import type { WayToPerson } from '../../modules/notifications/index.ts';
import type { Day, Month } from '../../kernel/month.ts';

/** `pages/availability`: who has said on which days of a month they cannot be sent, and who has not. */
export interface AvailabilityPage {
  readonly month: Month;
  readonly backHref: string;
  readonly round: { readonly until: Day; readonly isOpen: boolean; readonly askedAt: Date } | null;
  readonly isPublished: boolean;
  readonly figures: {
    readonly nothing: number;
    readonly entered: number;
    /** Of those who were asked. */
    readonly silent: number;
    readonly unasked: number;
  };
  /** Null where the month is published or nobody takes part. */
  readonly ask: AskAvailabilityForm | null;
  readonly silent: readonly AvailabilityRow[];
  /** Who has neither been asked nor said anything. */
  readonly unasked: readonly AvailabilityRow[];
  readonly entered: readonly AvailabilityRow[];
  readonly nothing: readonly AvailabilityRow[];
  /** Conflicts of interest that specialists have told, latest first. */
  readonly conflicts: readonly {
    readonly name: string;
    readonly branch: string;
    readonly reason: string;
    readonly until: Day | null;
    readonly at: Date | null;
    readonly href: string;
  }[];
}

export interface AskAvailabilityForm {
  readonly action: string;
  readonly seen: number;
  readonly until: string;
  /** How many people are asked. */
  readonly people: number;
  /** How many of them no mail or message reaches. */
  readonly missed: number;
  readonly error: string | null;
}

export interface AvailabilityRow {
  readonly name: string;
  readonly department: string;
  readonly personHref: string;
  /** Days of the month on which this person is away, for hours or all day. */
  readonly days: number;
  readonly repliedAt: Date | null;
  /** Of whom neither a mail nor a message reaches: how else. */
  readonly missed: WayToPerson | null;
}

/** `pages/nothing-to-block`: one button for whoever has no day to block. */
export interface NothingToBlockPage {
  /** `open`: the button is there; `nothing` and `entered`: it was replied so. */
  readonly state: 'open' | 'nothing' | 'entered' | 'over' | 'unknown';
  readonly round: {
    readonly committee: string;
    readonly name: string;
    readonly month: Month;
    readonly until: Day;
    readonly days: number;
  } | null;
  readonly action: string | null;
}

/** The question about one month, as one of the people asked sees it. */
export interface OwnRoundView {
  readonly month: Month;
  readonly until: Day;
  readonly isOpen: boolean;
  readonly reply: 'nothing' | 'entered' | null;
  readonly days: number;
  readonly replyAction: string;
}
