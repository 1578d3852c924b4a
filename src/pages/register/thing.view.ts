import type { Day, Month } from '../../kernel/month.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { WrittenField } from '../../modules/directory/index.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';

/** What a page of the register may do; each is an address, null where it is not possible. */
export interface ThingActions {
  readonly editHref: string | null;
  readonly retireHref: string | null;
  /** Takes a POST. */
  readonly restoreAction: string | null;
  /** With that POST: the revision that was looked at. */
  readonly seen: number | null;
}

/** A name and its value; several values stand on lines of their own. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  readonly href: string | null;
}

/** Something that leads to its own page. */
export interface NamedLink {
  readonly name: string;
  readonly note: string | null;
  readonly href: string | null;
}

/** What became of a thing, one change a line. */
export interface ChangeLine {
  readonly at: Date;
  readonly by: string | null;
  readonly fileName: string | null;
  readonly importHref: string | null;
  readonly isTakenBack: boolean;
  /** Where it is taken back; null where it cannot be. */
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
  /** With its fields the other way round: from what they are to what they become. */
  readonly change: ChangeLine;
  readonly effect: string;
  /** Published visits to come of somebody or something that goes out of use again. */
  readonly visits: readonly TouchedLine[];
}

export interface VisitRow {
  readonly day: Day;
  /** The other side: of a branch's page the person, of a person's page the branch. */
  readonly other: NamedLink;
  readonly state: string;
  readonly meetingHref: string | null;
  /** Points of the visit's form, and the grade once it was accepted. */
  readonly score: string | null;
  readonly rating: string | null;
  readonly formHref: string | null;
}

export interface MeetingRow {
  readonly day: Day;
  readonly time: string;
  readonly kind: MeetingKind;
  readonly href: string | null;
  /** Who was assigned and published. */
  readonly people: readonly string[];
}

/** `pages/branch`, `pages/specialist`, `pages/department`, `pages/organisation` share this. */
export interface ThingPage extends ThingActions {
  readonly title: string;
  readonly lead: string | null;
  readonly backHref: string;
  readonly back: string;
  readonly isInUse: boolean;
  readonly facts: readonly Fact[];
  readonly changes: readonly ChangeLine[];
}

export interface BranchPage extends ThingPage {
  readonly meetings: readonly MeetingRow[];
  /** The month’s calendar. */
  readonly calendarHref: string | null;
  readonly visits: readonly VisitRow[];
  readonly visitCount: number;
  /** Whether there are more visits than are shown. */
  readonly isCut: boolean;
  /** Who never goes there, and why. */
  readonly excluded: readonly NamedLink[];
  readonly addConflictHref: string | null;
}

export interface SpecialistPage extends ThingPage {
  readonly visits: readonly VisitRow[];
  readonly visitCount: number;
  readonly isCut: boolean;
  readonly coming: readonly VisitRow[];
  readonly absences: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly kind: AbsenceKind;
    /** On each of these days; null: all day. */
    readonly hours: Hours | null;
  }[];
  readonly absencesHref: string | null;
  /** Where this person never goes, and why. */
  readonly excluded: readonly NamedLink[];
  readonly addConflictHref: string | null;
  /** How much more (+) or less (−) than their share of the months so far; null where no month was published. */
  readonly balance: {
    readonly carriedIn: number;
    readonly total: number;
    readonly months: readonly {
      readonly month: Month;
      readonly visits: number;
      readonly share: number;
      readonly difference: number;
    }[];
  } | null;
}

export interface DepartmentPage extends ThingPage {
  readonly people: readonly NamedLink[];
}

export interface OrganisationPage extends ThingPage {
  readonly versions: readonly {
    readonly name: string;
    readonly parent: string | null;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly isNow: boolean;
  }[];
  readonly below: readonly NamedLink[];
  readonly branches: readonly NamedLink[];
}

/** `pages/register-list`: departments, organisations, conflicts, fields and branch types. */
export interface RegisterListPage {
  readonly title: string;
  readonly tab: string;
  readonly lead: string;
  /** Why entries are not removed, or how they end; null where they can be. */
  readonly stays: string | null;
  /** Where one sheet is uploaded; null for those who only read. */
  readonly importHref: string | null;
  readonly total: number;
  readonly heads: readonly string[];
  /** Whether a row can be changed from the list. */
  readonly hasActions: boolean;
  readonly rows: readonly RegisterListRow[];
  readonly addHref: string | null;
  readonly add: string;
  readonly empty: string;
}

export interface RegisterListRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly href: string | null;
  /** Below the other heads; how deep the row stands in a tree. */
  readonly cells: readonly { readonly head: string; readonly text: string }[];
  readonly hasActions: boolean;
  readonly depth: number;
  readonly isInUse: boolean;
  readonly retireHref: string | null;
  readonly editHref: string | null;
}
