import type { Day } from '../../kernel/month.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { WrittenField } from '../../modules/directory/index.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { AddressTrouble } from '../mails/mails.view.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { BalanceMonth } from '../month/balance-months.ts';

/** Addresses of a register page's actions; null where an action is not possible. */
export interface ThingActions {
  /** What going is called: retired, or removed. */
  readonly retire: string;
  readonly editHref: string | null;
  readonly retireHref: string | null;
  /** Takes a POST. */
  readonly restoreAction: string | null;
  /** The form of a new one, filled in with what was removed. */
  readonly againHref: string | null;
  /** With that POST: the revision that was looked at. */
  readonly seen: number | null;
}

/** A name and its value; several values are on separate lines. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  readonly href: string | null;
}

/** Something with a page of its own. */
export interface NamedLink {
  readonly name: string;
  readonly note: string | null;
  readonly href: string | null;
}

/** One change in the history of an entry. */
export interface ChangeLine {
  readonly at: Date;
  readonly by: string | null;
  readonly fileName: string | null;
  readonly importHref: string | null;
  readonly isTakenBack: boolean;
  /** The page that takes it back; null where that is not possible. */
  readonly takeBackHref: string | null;
  readonly outcome: 'added' | 'changed' | 'retired' | 'back' | 'removed';
  readonly fields: readonly WrittenField[];
}

/** `pages/register-take-back`: what taking a change back would undo. */
export interface TakeBackPage {
  readonly title: string;
  readonly name: string;
  readonly backHref: string;
  /** Null where it cannot be taken back. */
  readonly action: string | null;
  /** Why not. */
  readonly error: string | null;
  /** With its fields reversed: from the present values to the earlier ones. */
  readonly change: ChangeLine;
  readonly effect: string;
  /** Published visits ahead of a person or branch that goes out of use again. */
  readonly visits: readonly TouchedLine[];
}

export interface VisitRow {
  readonly day: Day;
  /** The other side: the person on a branch's page, the branch on a person's page. */
  readonly other: NamedLink;
  readonly state: string;
  readonly meetingHref: string | null;
  /** Points of the visit's form, and the rating once it was accepted. */
  readonly score: string | null;
  readonly rating: string | null;
  /** Whether people decided it, rather than the points. */
  readonly isOfficial: boolean;
  readonly formHref: string | null;
}

export interface MeetingRow {
  readonly day: Day;
  readonly time: string;
  readonly kind: MeetingKind;
  readonly href: string | null;
  /** People published for it. */
  readonly people: readonly string[];
}

/** `pages/branch`, `pages/specialist` and `pages/entry` share this. */
export interface ThingPage extends ThingActions {
  readonly title: string;
  readonly lead: string | null;
  readonly backHref: string;
  readonly back: string;
  readonly isInUse: boolean;
  /** What is said of one that is not in use. */
  readonly gone: string;
  readonly facts: readonly Fact[];
  readonly changes: readonly ChangeLine[];
}

export interface BranchPage extends ThingPage {
  readonly meetings: readonly MeetingRow[];
  /** Where it is said when the branch meets, with the days of the coming months. */
  readonly ruleHref: string | null;
  /** The month's calendar. */
  readonly calendarHref: string | null;
  readonly visits: readonly VisitRow[];
  readonly visitCount: number;
  /** Whether there are more visits than shown. */
  readonly isCut: boolean;
  /** Who never goes there, and why. */
  readonly excluded: LinkGroup;
}

export interface SpecialistPage extends ThingPage {
  /** Why no mail arrives at the person's address; null where nothing is known against it. */
  readonly addressFault: AddressTrouble | null;
  readonly visits: readonly VisitRow[];
  readonly visitCount: number;
  readonly isCut: boolean;
  readonly coming: readonly VisitRow[];
  /** Hands them over to others; null where there are none, or for readers who may not. */
  readonly handoverHref: string | null;
  readonly absences: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly kind: AbsenceKind;
    /** Between these hours on each of the days; null: all day. */
    readonly hours: Hours | null;
  }[];
  readonly absencesHref: string | null;
  /** Where this person never goes, and why. */
  readonly excluded: LinkGroup;
  /** How much more (+) or less (−) than their share of the months so far; null where no month was published. */
  readonly balance: {
    readonly carriedIn: number;
    readonly total: number;
    readonly months: readonly BalanceMonth[];
  } | null;
}

/** Entries that rest on another or belong to it; the first ones, and the others folded. */
export interface LinkGroup {
  readonly title: string;
  /** What is said where there are none. */
  readonly none: string;
  readonly count: number;
  readonly shown: readonly NamedLink[];
  readonly folded: readonly NamedLink[];
  /** Where another one is added. */
  readonly addHref: string | null;
}

/** `pages/entry`: a department, an organisation, a conflict of interest, a field or a branch type. */
export interface EntryPage extends ThingPage {
  readonly groups: readonly LinkGroup[];
  /** The names of an organisation; of anything else there are none. */
  readonly versions: readonly {
    readonly name: string;
    readonly parent: string | null;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly isNow: boolean;
  }[];
}

/** `pages/register-list`: departments, organisations, conflicts, fields and branch types. */
export interface RegisterListPage {
  readonly title: string;
  readonly tab: string;
  readonly lead: string;
  /** How an entry ends where it is not retired. */
  readonly stays: string | null;
  /** The page that uploads one sheet; null for people who may only read. */
  readonly importHref: string | null;
  readonly total: number;
  readonly heads: readonly { readonly label: string; readonly sort: SortHead }[];
  readonly rows: readonly RegisterListRow[];
  readonly addHref: string | null;
  readonly add: string;
  readonly empty: string;
}

export interface RegisterListRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly href: string;
  /** Below the other heads. */
  readonly cells: readonly { readonly head: string; readonly text: string }[];
  /** How deep the row stands in a tree. */
  readonly depth: number;
  readonly isInUse: boolean;
}
