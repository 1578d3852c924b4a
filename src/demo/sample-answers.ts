import type { MeetingKind } from '../kernel/meeting-kind.ts';
import type { Day } from '../kernel/month.ts';
import { type Answers, rubric42Hd, score } from '../modules/evaluations/index.ts';
import { sampleWords } from './sample-words.ts';
import { type Seeded, seededBy } from './seeded.ts';

/** The traits of a branch in the sample; rows of the import file have this form. */
export interface BranchTraits {
  readonly code: string;
  readonly name: string;
  /** Code of its type. */
  readonly type: string;
  readonly members: number;
  readonly official: number | null;
  readonly probationary: number | null;
  /** Approved seats of the branch committee; 0 where the secretary is alone. */
  readonly seats: number;
  readonly vacantSeats: number;
  /** From 0 to 1; the higher, the weaker the branch is in that field. */
  readonly weakFields: readonly { readonly code: string; readonly weight: number }[];
}

export interface MeetingTraits {
  readonly kind: MeetingKind;
  readonly day: Day;
  /** `HH:mm` as planned. */
  readonly startsAt: string;
  readonly place: string;
}

/** How well a meeting went; everything that an observer notes follows from it. */
export type Course = 'good' | 'fair' | 'weak' | 'poor';

/**
 * A form as somebody might have written it after a meeting of this branch: always the same for the same branch and day,
 * and valid for the form of the shipped rubric. Observers of one meeting give the same figures in different words.
 */
export function sampleAnswers(branch: BranchTraits, meeting: MeetingTraits, observer = ''): Answers {
  const seeded = seededBy(`${branch.code}/${meeting.day}`);
  const course = courseOf(branch, seeded);
  const seen = meetingFacts(branch, meeting, course, seeded);
  const facts = { ...seen, ...conductFacts(branch, meeting, course, seen.present, seeded) };
  const words = sampleWords(branch, { ...facts, course }, seededBy(`${branch.code}/${meeting.day}/${observer}`));
  const answers: Answers = { ...facts, ...words, directives: [], selfScores: {}, selfTotal: null };
  return { ...answers, ...selfScores(answers, seeded) };
}

/** A branch with large weaknesses mostly does worse. */
function courseOf({ weakFields }: BranchTraits, seeded: Seeded): Course {
  const weakness = Math.max(0, ...weakFields.map(({ weight }) => weight));
  const luck = seeded.around(0, 1);
  const level = 0.62 * luck + 0.38 * (1 - weakness);
  if (level > 0.42) return 'good';
  if (level > 0.31) return 'fair';
  return level > 0.2 ? 'weak' : 'poor';
}

const SHARES: Readonly<
  Record<Course, { attendance: [number, number]; speaking: [number, number]; targets: [number, number] }>
> = {
  good: { attendance: [0.9, 1], speaking: [0.42, 0.75], targets: [0.88, 1] },
  fair: { attendance: [0.8, 0.96], speaking: [0.32, 0.58], targets: [0.76, 0.96] },
  weak: { attendance: [0.7, 0.88], speaking: [0.2, 0.42], targets: [0.58, 0.8] },
  poor: { attendance: [0.58, 0.76], speaking: [0.1, 0.28], targets: [0.42, 0.6] },
};

function meetingFacts(branch: BranchTraits, meeting: MeetingTraits, course: Course, seeded: Seeded) {
  const { members } = branch;
  const knowsParts = branch.official !== null && branch.probationary !== null;
  const isQuarter = branch.type === 'KP';
  const exempted = Math.min(members - 1, Math.floor(members * (isQuarter ? seeded.around(0.05, 0.22) : 0.02)));
  const onSpecialDuty = branch.type === 'LLVT' ? Math.min(members - exempted - 1, seeded.whole(0, 2)) : 0;
  const entitled = members - exempted - onSpecialDuty;
  const present = Math.max(1, Math.round(entitled * seeded.around(...SHARES[course].attendance)));
  const absent = entitled - present;
  const absentUnexcused = Math.min(absent, seeded.chance(UNEXCUSED[course]) ? seeded.whole(1, 2) : 0);
  const late = course === 'good' ? 0 : seeded.pick([0, 0, 5, 10, 15]);
  const lasting = (meeting.kind === 'combined' ? 120 : 90) + LASTING[course](seeded);
  return {
    meetingKind: meeting.kind,
    date: meeting.day,
    startedAt: clock(minutes(meeting.startsAt) + late),
    endedAt: clock(minutes(meeting.startsAt) + late + lasting),
    place: meeting.place,
    standingInFor: null,
    membersTotal: members,
    membersOfficial: knowsParts ? branch.official : null,
    membersProbationary: knowsParts ? branch.probationary : null,
    membersTemporary: seeded.chance(0.2) ? seeded.whole(1, 3) : 0,
    exempted,
    onSpecialDuty,
    present,
    absentExcused: absent - absentUnexcused,
    absentUnexcused,
    longExcused: seeded.chance(course === 'good' ? 0.06 : 0.3) ? ('yes' as const) : ('no' as const),
  };
}

const UNEXCUSED: Readonly<Record<Course, number>> = { good: 0.02, fair: 0.15, weak: 0.35, poor: 0.7 };
const LASTING: Readonly<Record<Course, (seeded: Seeded) => number>> = {
  good: (seeded) => seeded.pick([0, 0, 5, 10, 15]),
  fair: (seeded) => seeded.pick([-10, 0, 0, 5]),
  weak: (seeded) => seeded.pick([-25, -15, -10, 0]),
  poor: (seeded) => seeded.pick([-40, -30, -25, -15]),
};

function conductFacts(branch: BranchTraits, { kind }: MeetingTraits, course: Course, present: number, seeded: Seeded) {
  const speakers = Math.min(present, Math.round(present * seeded.around(...SHARES[course].speaking)));
  const targetsSet = seeded.whole(6, 14);
  const isAlone = branch.seats === 0;
  const hasTheme = kind !== 'regular';
  const degree = (full = 0.9) => grade(course, seeded, full);
  const points = (maximum: number, step = 0.5) => mark(course, seeded, maximum, step);
  const holds = (chance: Record<Course, number>) =>
    seeded.chance(chance[course]) ? ('yes' as const) : ('no' as const);
  return {
    secretaryAlone: isAlone ? ('yes' as const) : ('no' as const),
    notice: seeded.chance(ORDERLY[course]) ? ('members_and_superior' as const) : ('members_only' as const),
    materials: seeded.chance(ORDERLY[course])
      ? ('a_day_before' as const)
      : seeded.pick(['later', 'later', 'none'] as const),
    speakers,
    opinions: speakers + seeded.whole(0, Math.ceil(speakers / 2)),
    targetsSet,
    targetsMet: Math.round(targetsSet * seeded.around(...SHARES[course].targets)),
    minutesUpload: seeded.pick(['not_due', 'not_due', 'within_two_days'] as const),
    scores: {
      prepared_content: points(3),
      prepared_resolution: degree(),
      ...(isAlone ? {} : { pre_meeting: preMeeting(course, seeded) }),
      steps: points(5, 1),
      ...(kind === 'thematic' ? {} : { regular_content: points(10) }),
      ...(hasTheme ? { thematic_content: points(5) } : {}),
      praise_criticism: degree(0.75),
      minutes_book: holds({ good: 0.98, fair: 0.9, weak: 0.75, poor: 0.5 }),
      ideology: holds({ good: 0.95, fair: 0.85, weak: 0.6, poor: 0.3 }),
      digital: holds({ good: 0.8, fair: 0.6, weak: 0.35, poor: 0.15 }),
      flexible: degree(),
      orientation: points(4),
      drawing_out: points(3),
      synthesis: degree(),
      democratic_centralism: degree(0.97),
      self_criticism: degree(0.7),
      militancy: degree(0.85),
      concerns: degree(0.85),
      conclusion: degree(0.95),
      assignments: degree(),
    },
  };
}

const ORDERLY: Readonly<Record<Course, number>> = { good: 0.95, fair: 0.8, weak: 0.55, poor: 0.25 };
const FULL: Readonly<Record<Course, number>> = { good: 0.94, fair: 0.72, weak: 0.38, poor: 0.12 };
/** Range of the share of points that an observer gives. */
const POINTS: Readonly<Record<Course, readonly [number, number]>> = {
  good: [0.8, 1.02],
  fair: [0.72, 0.95],
  weak: [0.55, 0.8],
  poor: [0.35, 0.62],
};

function grade(course: Course, seeded: Seeded, full: number): 'full' | 'part' | 'none' {
  if (seeded.chance(full * FULL[course])) return 'full';
  return course === 'poor' && seeded.chance(0.4) ? 'none' : 'part';
}

function mark(course: Course, seeded: Seeded, maximum: number, step: number): number {
  return Math.min(maximum, Math.round((maximum * seeded.around(...POINTS[course])) / step) * step);
}

function preMeeting(course: Course, seeded: Seeded): 'with_minutes' | 'without_minutes' | 'none' {
  if (seeded.chance(ORDERLY[course])) return 'with_minutes';
  return course === 'poor' && seeded.chance(0.5) ? 'none' : 'without_minutes';
}

/** Most branches score themselves slightly higher than their observer does; few of them by criterion. */
function selfScores(answers: Answers, seeded: Seeded): Pick<Answers, 'selfScores' | 'selfTotal'> {
  const own = seeded.whole(1, 100);
  if (own <= 15) return { selfScores: {}, selfTotal: null };
  const observed = score(rubric42Hd, answers);
  if (own > 40) {
    const total = observed.total / 100 + seeded.whole(-2, 12) / 2;
    return { selfScores: {}, selfTotal: Math.min(100, Math.round(total * 2) / 2) };
  }
  const kindly = observed.groups.map(({ id, points, maximum }): [string, number] => [
    id,
    Math.min(maximum, points + seeded.whole(0, 2) * 50) / 100,
  ]);
  const sum = kindly.reduce((total, [, points]) => total + Math.round(points * 100), 0);
  return { selfScores: Object.fromEntries(kindly), selfTotal: sum / 100 };
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const LAST_MINUTE = 23 * 60 + 55;

function clock(minuteOfDay: number): string {
  const at = Math.min(minuteOfDay, LAST_MINUTE);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
