import type { WayToPerson } from '../../modules/notifications/index.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { NoticeNumber } from '../month/publish.view.ts';

/** `pages/amend`: changes of a published month, chosen one by one and made together. */
export interface AmendPage {
  readonly month: Month;
  readonly backHref: string;
  /** The branch of the meeting to which the way back leads; null where it leads to the month. */
  readonly backTo: string | null;
  readonly action: string;
  readonly planId: PlanRef;
  readonly revision: number;
  /** Coming meetings, one of which can be chosen. */
  readonly meetings: readonly Option[];
  /** The one that was chosen. */
  readonly meeting: MeetingChoice | null;
  /** The changes chosen so far, as fields that every form sends along. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly changes: readonly { readonly text: string; readonly removeHref: string }[];
  /** What they cost together, in words. */
  readonly lines: readonly string[];
  readonly can: 'yes' | 'with_reason' | 'no';
  /** The rules that they break, in words, and by name so that the form says what was shown. */
  readonly against: readonly string[];
  readonly rules: readonly string[];
  /** When the meetings that are changed begin, by `hourField`, so that the form says what was shown. */
  readonly hours: readonly string[];
  /** Whom a mail goes to. */
  readonly mails: readonly ToldPerson[];
  readonly reason: string;
  /** Where the engine plans again what the month has left. */
  readonly replanHref: string;
  /** What is wrong with it. */
  readonly reasonError: string | null;
  readonly noticeNumber: NoticeNumber;
  /** Why it was not done, or cannot be; null where nothing stands against it. */
  readonly error: string | null;
}

export interface MeetingChoice {
  readonly meetingId: MeetingRef;
  readonly branch: string;
  readonly day: Day;
  readonly from: string;
  /** It has begun, so that nothing is changed at it any more. */
  readonly isClosed: boolean;
  readonly going: readonly GoingPerson[];
  /** Who was to go, and declined. */
  readonly declined: readonly string[];
  /** Who can be sent, those who cost least first; further ones are folded. */
  readonly candidates: readonly AmendCandidate[];
  readonly moreCandidates: readonly AmendCandidate[];
  /** Who cannot be sent, with the rules that stand against it. */
  readonly impossible: readonly { readonly name: string; readonly against: string }[];
}

export interface GoingPerson {
  readonly name: string;
  /** The state of the visit; null for somebody who is sent by the changes so far. */
  readonly state: string | null;
  readonly isOff: boolean;
  /** Takes them off, or undoes that; null where they cannot be taken off. */
  readonly href: string | null;
}

export interface AmendCandidate {
  readonly name: string;
  readonly about: string;
  /** Rules that the reason would overrule; empty where none is broken. */
  readonly against: string;
  readonly sendHref: string;
}

export interface ToldPerson {
  readonly name: string;
  readonly way: WayToPerson;
  readonly what: Sentence;
}
