import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';

export type YesNo = 'yes' | 'no';
export type DirectiveState = 'done' | 'in_progress' | 'not_done';

/** Something that the observer saw, with the field that it belongs to. */
export interface Observation {
  readonly text: string;
  readonly field: string | null;
}

export interface Shortcoming extends Observation {
  readonly cause: string | null;
}

export interface Reflection extends Observation {
  readonly answered: 'on_the_spot' | 'later';
  /** Who should answer, where it was not answered on the spot. */
  readonly authority: string | null;
}

export interface Vacancy {
  readonly seat: string;
  readonly reason: string | null;
}

export interface DirectiveAnswer {
  readonly directiveId: Id<'Directive'>;
  readonly state: DirectiveState;
  readonly note: string | null;
}

export interface Attachment {
  readonly title: string;
  /** Where the document is kept: a number and symbol, a link, a folder. */
  readonly place: string | null;
}

/**
 * What one observer wrote about one meeting, in canonical form: what was not asked or left empty is null or an empty
 * list, so that equal forms have equal hashes.
 */
export interface Answers {
  readonly meetingKind: MeetingKind;
  readonly date: Day;
  /** `HH:mm` in the committee's zone. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly place: string;
  readonly standingInFor: string | null;

  readonly membersTotal: number;
  readonly membersOfficial: number | null;
  readonly membersProbationary: number | null;
  readonly membersTemporary: number | null;
  readonly exempted: number;
  readonly onSpecialDuty: number;
  readonly present: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
  /** Whether somebody has now been excused more than three times in a row. */
  readonly longExcused: YesNo | null;

  readonly secretaryAlone: YesNo | null;
  readonly notice: 'members_and_superior' | 'members_only' | 'none';
  readonly materials: 'a_day_before' | 'later' | 'none';
  readonly speakers: number;
  readonly opinions: number | null;
  readonly targetsSet: number | null;
  readonly targetsMet: number | null;
  readonly minutesUpload: 'within_two_days' | 'late' | 'not_due' | null;

  /** By criterion: the points given by the observer, or the chosen option. */
  readonly scores: Readonly<Record<string, number | string>>;
  /** The branch's own points by group, and its own total where it gave only that. */
  readonly selfScores: Readonly<Record<string, number>>;
  readonly selfTotal: number | null;

  readonly directives: readonly DirectiveAnswer[];
  readonly strengths: readonly Observation[];
  readonly goodPractices: readonly Observation[];
  readonly shortcomings: readonly Shortcoming[];
  readonly reflections: readonly Reflection[];
  readonly vacancies: readonly Vacancy[];
  readonly recommendations: string | null;
  readonly attachments: readonly Attachment[];

  /** Answers to the committee's own questions, by their ids; left out where there are none. */
  readonly extra?: Readonly<Record<string, ExtraAnswer>>;
}

/** A number, a text or an option; several options; or the rows of a table. */
export type ExtraAnswer = number | string | readonly string[] | readonly TableRow[];
export type TableRow = Readonly<Record<string, number | string | readonly string[] | null>>;

/** An unfinished form: whatever could be read of it. */
export type DraftAnswers = Partial<Answers>;

/** Members who had to attend: all but the exempted and those of the armed forces on special duty. */
export function entitledMembers(answers: Pick<Answers, 'membersTotal' | 'exempted' | 'onSpecialDuty'>): number {
  return answers.membersTotal - answers.exempted - answers.onSpecialDuty;
}

/** Minutes since midnight of `HH:mm`. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const DAY = 24 * 60;
/**
 * Only a meeting that begins in the evening may go on past midnight; otherwise an end before the beginning is a
 * mistake.
 */
const EVENING = 18 * 60;
const MORNING = 6 * 60;

/** Whether a meeting with these times ended on the next day. */
export function isPastMidnight(startedAt: string | undefined, endedAt: string): boolean {
  return startedAt !== undefined && minuteOfDay(startedAt) >= EVENING && minuteOfDay(endedAt) <= MORNING;
}

/** The duration of a meeting; null where the end contradicts the beginning. */
export function minutesHeld(startedAt: string, endedAt: string): number | null {
  const minutes = minuteOfDay(endedAt) - minuteOfDay(startedAt);
  if (minutes > 0) return minutes;
  return isPastMidnight(startedAt, endedAt) ? minutes + DAY : null;
}
