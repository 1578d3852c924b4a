import type { AttentionRule } from './briefing-policy.ts';
import { attendanceOf, reaches } from './month-figures.ts';
import { compareNames, groupBy } from './observed-month.ts';
import type { ObservedMeeting, ObservedMonth } from './observed-month.ts';
import { union } from './statement.ts';
import { grouped, monthInFigures, percent, points, writtenCount } from './vietnamese-figures.ts';

export interface Sign {
  readonly rule: AttentionRule;
  readonly text: string;
}

export interface NeedsAttention {
  readonly observed: ObservedMeeting;
  readonly signs: readonly Sign[];
}

/** Branches that show at least as many signs as the policy asks for, lowest score first. */
export function branchesNeedingAttention(month: ObservedMonth): NeedsAttention[] {
  const { policy } = month.input;
  return [...groupBy(month.observed, (each) => each.branch.id).values()]
    .flatMap((meetings) => signsOf(meetings, month))
    .filter(({ signs }) => signs.length > 0 && signs.length >= policy.signsNeeded)
    .sort(
      (a, b) =>
        a.observed.score.total - b.observed.score.total ||
        compareNames(a.observed.area.name, b.observed.area.name) ||
        compareNames(a.observed.branch.name, b.observed.branch.name),
    );
}

/** A branch is listed once, by its weaker meeting, with the signs of all its meetings. */
function signsOf(meetings: readonly ObservedMeeting[], month: ObservedMonth): NeedsAttention[] {
  const [weakest] = meetings.toSorted((a, b) => a.score.total - b.score.total);
  if (!weakest) return [];
  const signs = month.input.policy.attention.flatMap((rule): Sign[] => {
    const texts = meetings.map((each) => signOf(rule, each, month)).filter((text) => text !== null);
    return texts.length > 0 ? [{ rule, text: [...new Set(texts)].join(', ') }] : [];
  });
  return [{ observed: { ...weakest, sources: union(meetings.map((each) => each.sources)) }, signs }];
}

/** The sign in the report's words; null where the branch does not show it. */
function signOf(
  rule: AttentionRule,
  { answers, score, rating, branch }: ObservedMeeting,
  { input }: ObservedMonth,
): string | null {
  switch (rule.sign) {
    case 'rating_from': {
      const rank = (id: string | undefined) => input.rubric.ratings.findIndex((rating) => rating.id === id);
      return rating && rank(rating.id) >= rank(rule.rating) ? `xếp loại ${rating.text.vi}` : null;
    }
    case 'attendance_below': {
      const share = attendanceOf(answers, input.rubric.attendanceFormula);
      if (share.denominator === 0 || reaches(share, rule.percent)) return null;
      return `dự họp ${percent(share)} (${grouped(share.numerator)}/${grouped(share.denominator)})`;
    }
    case 'unexcused_from':
      return answers.absentUnexcused >= rule.members
        ? `${writtenCount(answers.absentUnexcused)} đảng viên vắng không lý do`
        : null;
    case 'directives_not_done_from': {
      const open = answers.directives.filter((each) => each.state === 'not_done').length;
      return open >= rule.directives ? `${writtenCount(open)} yêu cầu trước đó chưa thực hiện` : null;
    }
    case 'total_fell_by': {
      const before = input.previous?.totals[branch.id];
      if (!input.previous || before === undefined || before - score.total < rule.points * 100) return null;
      return `giảm ${points(before - score.total)} điểm so với ${monthInFigures(input.previous.month)}`;
    }
    case 'self_score_above_by': {
      const above = score.difference === null ? 0 : -score.difference;
      return above >= rule.points * 100 ? `tự chấm cao hơn ${points(above)} điểm` : null;
    }
  }
}

/** The rule, as the report states it before it names branches. */
export function ruleInWords(
  rule: AttentionRule,
  ratings: readonly { readonly id: string; readonly text: { readonly vi: string } }[],
): string {
  switch (rule.sign) {
    case 'rating_from':
      return `xếp loại từ ${ratings.find((rating) => rating.id === rule.rating)?.text.vi ?? rule.rating} trở xuống`;
    case 'attendance_below':
      return `tỷ lệ dự họp dưới ${rule.percent}%`;
    case 'unexcused_from':
      return `có từ ${writtenCount(rule.members)} đảng viên vắng không lý do`;
    case 'directives_not_done_from':
      return `có từ ${writtenCount(rule.directives)} yêu cầu trước đó chưa thực hiện`;
    case 'total_fell_by':
      return `giảm từ ${rule.points} điểm so với tháng trước`;
    case 'self_score_above_by':
      return `tự chấm cao hơn người dự từ ${rule.points} điểm`;
  }
}
