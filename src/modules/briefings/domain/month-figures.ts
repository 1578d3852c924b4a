import type { Answers, DirectiveState, Ratio } from '../../evaluations/index.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { ObservedMeeting, ObservedMonth } from './observed-month.ts';

export function figuresOf({ input, lines, observed, heldMeetings }: ObservedMonth): BriefingFigures {
  const every = observed.flatMap((each) => each.forms.map((form) => form.answers));
  const reflections = every.flatMap((answers) => answers.reflections);
  const directives = directiveAnswers(observed);
  const ratings = input.rubric.ratings.map(({ id }): [string, number] => [
    id,
    observed.filter((each) => each.rating?.id === id).length,
  ]);
  return {
    meetings: heldMeetings.length,
    branchesMet: new Set(heldMeetings.map((meeting) => meeting.branchId)).size,
    assigned: lines.length,
    attended: lines.filter((each) => each.visit.outcome === 'attended').length,
    declined: lines.filter((each) => each.visit.outcome === 'declined').length,
    missed: lines.filter((each) => each.visit.outcome === 'missed').length,
    forms: lines.filter((each) => each.visit.form).length,
    ratings: Object.fromEntries(ratings),
    totals: { numerator: sum(observed, (each) => each.score.total), denominator: observed.length },
    attendance: sumOfShares(observed, (answers) => attendanceOf(answers, input.rubric.attendanceFormula)),
    speaking: sumOfShares(observed, (answers) => ({ numerator: answers.speakers, denominator: answers.present })),
    attendanceReached: {
      numerator: observed.filter(({ answers }) =>
        reaches(attendanceOf(answers, input.rubric.attendanceFormula), input.policy.attendanceTargetPercent),
      ).length,
      denominator: observed.length,
    },
    fullDuration: { numerator: observed.filter(hasFullDuration).length, denominator: observed.length },
    shortcomings: every.reduce((count, answers) => count + answers.shortcomings.length, 0),
    reflections: reflections.length,
    reflectionsAnswered: reflections.filter((each) => each.answered === 'on_the_spot').length,
    directivesDone: {
      numerator: directives.filter((each) => each.state === 'done').length,
      denominator: directives.length,
    },
  };
}

/** Each directive once, as answered at the branch's latest meeting. */
export function directiveAnswers(
  observed: readonly ObservedMeeting[],
): { state: DirectiveState; observed: ObservedMeeting }[] {
  const latest = new Map<string, { state: DirectiveState; observed: ObservedMeeting }>();
  for (const each of observed.toSorted((a, b) => a.answers.date.localeCompare(b.answers.date))) {
    for (const { directiveId, state } of each.answers.directives) latest.set(directiveId, { state, observed: each });
  }
  return [...latest.values()];
}

/** The share of attendance by the rubric's formula. */
export function attendanceOf(answers: Answers, formula: 'entitled' | 'entitled_less_excused'): Ratio {
  const entitled = answers.membersTotal - answers.exempted - answers.onSpecialDuty;
  const excused = formula === 'entitled_less_excused' ? answers.absentExcused : 0;
  return { numerator: answers.present, denominator: entitled - excused };
}

export function reaches({ numerator, denominator }: Ratio, percent: number): boolean {
  return denominator > 0 && numerator * 100 >= percent * denominator;
}

/**
 * Decided by the score's own criterion, so that a committee's shorter duration for small branches applies here as well.
 */
export function hasFullDuration({ score }: ObservedMeeting): boolean {
  const figures = score.groups.flatMap((group) => group.criteria.map((criterion) => criterion.ground.figure));
  const duration = figures.find((figure) => figure?.indicator === 'duration');
  return duration ? duration.ratio.numerator >= duration.ratio.denominator : false;
}

export function sumOfShares(observed: readonly ObservedMeeting[], shareOf: (answers: Answers) => Ratio): Ratio {
  const shares = observed.map((each) => shareOf(each.answers));
  return { numerator: sum(shares, (each) => each.numerator), denominator: sum(shares, (each) => each.denominator) };
}

export function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
