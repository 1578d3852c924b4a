import type { Day, Month } from '../../../kernel/month.ts';
import type { Meeting, MeetingId } from '../domain/meeting.ts';
import type { PassedDay } from '../domain/meeting-day.ts';
import type { Holidays, MeetingKind } from '../domain/meeting-rule.ts';
import type { BranchWithRule } from '../domain/month-calendar.ts';

/** The acting committee's calendar. */
export abstract class Meetings {
  /** Keeps the month's plan from being made or published meanwhile, and others from its calendar. */
  abstract lock(month: Month): Promise<void>;
  /** Whether people have been told who goes where. */
  abstract isPublished(month: Month): Promise<boolean>;
  abstract list(month: Month): Promise<Meeting[]>;
  /** @throws DomainError meeting.not_found */
  abstract getForUpdate(id: MeetingId): Promise<Meeting>;
  abstract insertAll(meetings: readonly Meeting[]): Promise<void>;
  abstract updateAll(meetings: readonly Meeting[]): Promise<void>;
  /** Pins of a draft go with their meeting. */
  abstract deleteAll(ids: readonly MeetingId[]): Promise<void>;
}

/** What a calendar is made of. */
export abstract class MeetingRules {
  abstract zone(): Promise<string>;
  /** Of all branches that are not archived. */
  abstract branches(): Promise<BranchWithRule<string>[]>;
  abstract holidays(month: Month): Promise<Holidays>;
  /** Days that are known already keep their names. How many were not. */
  abstract addHolidays(holidays: Holidays): Promise<number>;
  abstract branchExists(id: string): Promise<boolean>;
}

/** A meeting with what a planner or a page needs to know of its branch. */
export interface MonthMeeting {
  readonly id: MeetingId;
  readonly day: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
  readonly state: Meeting['state'];
  readonly source: Meeting['source'];
  /** Where it is held: its own place, else the branch's. */
  readonly place: string;
  /** Empty where it is the branch's. */
  readonly ownPlace: string;
  readonly note: string;
  readonly wantedOn: Day | null;
  readonly passed: readonly PassedDay[];
  readonly revision: number;
  readonly branch: MeetingBranch;
}

export interface MeetingBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** As short as a chip, such as `P8.5`. */
  readonly shortName: string;
  readonly typeCode: string;
  /** The organisation that it belongs to, as it is called on the day of the meeting. */
  readonly organisation: string;
  readonly members: number;
  readonly coordinates: { readonly lat: number; readonly lng: number } | null;
}

/** Reads calendars with their branches; each call is a transaction of its own where there is none. */
export abstract class MonthCalendar {
  abstract holidays(month: Month): Promise<Holidays>;
  /** Branches in use, in the natural order of their codes, as they are called on the office's today. */
  abstract branches(): Promise<MeetingBranch[]>;
  /** In order of time; cancelled ones among them. */
  abstract list(month: Month): Promise<MonthMeeting[]>;
  /** @throws DomainError meeting.not_found */
  abstract get(month: Month, id: MeetingId): Promise<MonthMeeting>;
}
