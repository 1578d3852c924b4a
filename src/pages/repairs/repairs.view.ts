import type { WayToPerson } from '../../modules/notifications/index.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef, VisitRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { NoticeNumber } from '../month/publish.view.ts';

/** `pages/repairs`: who could take a seat of a published meeting; one press sends them. */
export interface RepairsPage {
  readonly month: Month;
  readonly meetingHref: string;
  readonly meetingId: MeetingRef;
  /** Empty for a seat that nobody has left. */
  readonly visitId: VisitRef;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  /** Why somebody is wanted there. */
  readonly why: Sentence;
  /** Why the last press was refused. */
  readonly error: string | null;
  /** The rules that stood against it. */
  readonly against: readonly string[];
  /** Who has taken the seat by now. */
  readonly filledBy: string | null;
  readonly proposals: readonly ShownRepair[];
  /** Where nobody can go, who comes nearest and what stands against it. */
  readonly nearest: { readonly name: string; readonly against: readonly string[] } | null;
  readonly isComplete: boolean;
  readonly action: string;
  readonly planId: PlanRef;
  readonly revision: number;
  readonly reason: string;
  /** What is wrong with it. */
  readonly reasonError: string | null;
  readonly noticeNumber: NoticeNumber;
  /** Chooses by hand, beyond these proposals. */
  readonly amendHref: string;
}

export interface ShownRepair {
  /** From 1, the best first. */
  readonly number: number;
  readonly names: string;
  /** What it costs, in words. */
  readonly lines: readonly string[];
  /** Worse than the first one in this; null for the first, and where they are equally good. */
  readonly loss: Sentence | null;
  /** Others whose visits it changes. */
  readonly others: readonly string[];
  readonly told: readonly { readonly name: string; readonly way: WayToPerson }[];
  /** The changes, as fields of its form. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** When the meetings that it changes begin, by `hourField`. */
  readonly hours: readonly string[];
}
