import type { AccountId, MeetingId } from '../../../kernel/id.ts';
import { type Day, dayIn, instantOf, monthOf, timeIn } from '../../../kernel/month.ts';
import { type Meeting, type Occasion, whenAndWhere } from './meeting.ts';
import type { DaysOff } from './meeting-rule.ts';

/** The question to a branch whether a meeting stands, and what it answered. */
export interface MeetingInquiry {
  readonly meetingId: MeetingId;
  /** In which mailing of its month it was asked last, from 1 on. */
  readonly mailing: number;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
  /** The mail address. */
  readonly askedOf: string;
  /** Whether a wish of the branch moves the meeting at once while the month is being planned. */
  readonly mayMove: boolean;
  readonly answer: InquiryAnswer | null;
  readonly revision: number;
}

export interface InquiryAnswer {
  /**
   * Confirmed as it is; moved at once; wished, which the board decides; accepted or declined by the board.
   */
  readonly kind: 'confirmed' | 'moved' | 'wished' | 'accepted' | 'declined';
  readonly at: Date;
  /** When and where the meeting is, as confirmed or wished; an empty place is the branch's own. */
  readonly startsAt: Date;
  readonly place: string;
  /** To the board. */
  readonly word: string;
  readonly decision: InquiryDecision | null;
}

export interface InquiryDecision {
  readonly at: Date;
  readonly by: AccountId | null;
  /** To the branch. */
  readonly reason: string;
}

/** What a branch wishes instead, in the local time of the committee. */
export interface MeetingWish {
  readonly day: Day;
  /** `HH:mm` */
  readonly time: string;
  /** Empty for the branch's own place. */
  readonly place: string;
  readonly word: string;
}

/** How the question about a meeting stands. */
export type InquiryStanding =
  | 'unasked'
  | 'unanswered'
  | 'confirmed'
  /** By the branch itself, or by the board on its wish. */
  | 'moved'
  | 'wished'
  /** The board declined the wish. */
  | 'kept'
  /** Answered, and placed elsewhere by somebody since: the answer says nothing about where it is now. */
  | 'outdated';

type Placed = Pick<Meeting, 'startsAt' | 'place'>;

export function standingOf(inquiry: MeetingInquiry | null, meeting: Placed): InquiryStanding {
  if (inquiry === null) return 'unasked';
  const { answer } = inquiry;
  if (answer === null) return 'unanswered';
  if (answer.kind === 'wished') return 'wished';
  if (answer.kind === 'declined') return 'kept';
  if (answer.startsAt.getTime() !== meeting.startsAt.getTime() || answer.place !== meeting.place) return 'outdated';
  return answer.kind === 'confirmed' ? 'confirmed' : 'moved';
}

/** Whether a mailing asks about it: the branch has said nothing that holds now. */
export function isToBeAsked(standing: InquiryStanding): boolean {
  return standing === 'unasked' || standing === 'unanswered' || standing === 'outdated';
}

/** What a link does today. It answers until the day before the meeting. */
export type LinkState = 'open' | 'answered' | 'over' | 'cancelled';

export function linkState(
  inquiry: MeetingInquiry,
  meeting: Pick<Meeting, 'startsAt' | 'state' | 'place'>,
  today: Day,
  zone: string,
): LinkState {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (today >= dayIn(zone, meeting.startsAt)) return 'over';
  return isToBeAsked(standingOf(inquiry, meeting)) ? 'open' : 'answered';
}

export function ask(
  before: MeetingInquiry | null,
  asked: Pick<MeetingInquiry, 'meetingId' | 'mailing' | 'askedAt' | 'askedBy' | 'askedOf' | 'mayMove'>,
): MeetingInquiry {
  return { ...asked, answer: null, revision: (before?.revision ?? 0) + 1 };
}

export function answered(inquiry: MeetingInquiry, answer: InquiryAnswer): MeetingInquiry {
  return { ...inquiry, answer, revision: inquiry.revision + 1 };
}

/** Why a wish cannot be written down; null where it can. */
export type WishFault =
  | { readonly code: 'outside_month' }
  | { readonly code: 'past'; readonly day: Day }
  | { readonly code: 'holiday'; readonly day: Day; readonly name: string };

/** A day that is a holiday is refused: a branch that meets on a weekend may say so. */
export function wishFault(
  { day }: Pick<MeetingWish, 'day'>,
  meeting: Pick<Meeting, 'month'>,
  today: Day,
  daysOff: DaysOff,
): WishFault | null {
  if (day <= today) return { code: 'past', day };
  if (monthOf(day) !== meeting.month) return { code: 'outside_month' };
  const name = daysOff.get(day);
  return name === undefined ? null : { code: 'holiday', day, name };
}

/** Whether a wish is what the calendar says anyway. */
export function isAsPlanned({ day, time, place }: MeetingWish, meeting: Placed, zone: string): boolean {
  return instantOf(day, time, zone).getTime() === meeting.startsAt.getTime() && place === meeting.place;
}

/** The time and place of a meeting by the branch's answer; it lasts as long as before, and the board's note stays. */
export function occasionOf(
  answer: Pick<InquiryAnswer, 'startsAt' | 'place'>,
  meeting: Meeting,
  zone: string,
): Occasion {
  const { startsAt, place } = answer;
  return { ...whenAndWhere(meeting, zone), day: dayIn(zone, startsAt), time: timeIn(zone, startsAt), place };
}
