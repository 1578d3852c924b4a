import type { BriefingBlock, BriefingPart, BriefingRow, BriefingSection, BriefingTable } from './briefing-model.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { BriefingInput } from './briefing-input.ts';
import type { DirectiveState } from '../../evaluations/index.ts';
import { attendanceOf, directiveAnswers, hasFullDuration, sum, sumOfShares } from './month-figures.ts';
import { branchesOf } from './observed-month.ts';
import type { ObservedMeeting, ObservedMonth } from './observed-month.ts';
import { byField, fieldCounts, fieldNames, linesOf, placesOf, sharedRemarks } from './places.ts';
import type { Remark } from './places.ts';
import { joined, listed, say } from './statement.ts';
import type { Sources, Statement } from './statement.ts';
import {
  countOf,
  grouped,
  mean,
  meanInColumn,
  meanChange,
  outOf,
  percent,
  percentInColumn,
  plain,
  shareChange,
  shareOf,
} from './vietnamese-figures.ts';

/** Section II: how the meetings were. */
export function results(month: ObservedMonth, figures: BriefingFigures): BriefingSection {
  const title = 'Kết quả sinh hoạt chi bộ';
  if (month.observed.length === 0) {
    const none = plain('Chưa có phiếu dự sinh hoạt nào được duyệt nên chưa có số liệu về kết quả sinh hoạt.');
    return {
      id: 'results',
      title,
      parts: [{ id: 'results.none', title: null, blocks: [{ kind: 'paragraph', statement: none }] }],
    };
  }
  return {
    id: 'results',
    title,
    parts: [
      ratings(month, figures),
      attendance(month, figures),
      conduct(month, figures),
      directives(month, figures),
      goodPractice(month),
    ],
  };
}

function ratings(month: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const { input, observed } = month;
  const { previous, rubric } = input;
  const all = sourcesOf(observed);
  const counted = rubric.ratings.map(({ id, text }) => {
    const of = observed.filter((each) => each.rating?.id === id);
    return { text: text.vi, of };
  });
  const named = counted
    .filter(({ of }) => of.length > 0)
    .map(({ text, of }) => {
      const share = {
        figure: percent({ numerator: of.length, denominator: observed.length }),
        ground: null,
        sources: sourcesOf(of),
      };
      return say()`${countOf(of.length, sourcesOf(of))} buổi xếp loại ${text} (${share})`;
    });
  const absent = counted.filter(({ of }) => of.length === 0).map(({ text }) => plain(text));
  const none = absent.length > 0 ? say()`; không có buổi xếp loại ${joined(absent, ', ')}` : say()``;
  const average = say()`Điểm bình quân ${mean(figures.totals, all)}/${String(rubric.maximum)} điểm${meanChange(figures.totals, previous?.figures.totals, previous?.month)}.`;
  const rated = say(all)`Qua chấm điểm ${countOf(observed.length, all)} buổi sinh hoạt, có ${listed(named)}${none}.`;
  return {
    id: 'results.ratings',
    title: 'Xếp loại chất lượng',
    blocks: [
      { kind: 'paragraph', statement: joined([rated, ...officially(observed), ...upperTwo(month, figures), average]) },
      byArea(month),
      {
        kind: 'paragraph',
        statement: joined([
          plain(`Căn cứ chấm điểm: ${rubric.source.vi}${scaleInWords(rubric)}`),
          ...unreachableInWords(observed, rubric),
        ]),
      },
    ],
  };
}

/** Which ratings people decided, and how many of them are not those of the points. */
function officially(observed: readonly ObservedMeeting[]): Statement[] {
  const decided = observed.filter(({ meeting }) => meeting.official);
  if (decided.length === 0) return [];
  const other = decided.filter(({ rating, score }) => rating?.id !== score.rating?.id);
  const all = decided.length === observed.length;
  const rest = all ? '' : '; các buổi còn lại xếp loại theo điểm';
  const differ =
    other.length === 0
      ? plain('không buổi nào khác xếp loại theo điểm')
      : say()`${countOf(other.length, sourcesOf(other))} buổi khác xếp loại theo điểm`;
  return [
    say()`Xếp loại của ${countOf(decided.length, sourcesOf(decided))} buổi đã được quyết định chính thức, trong đó ${differ}${rest}.`,
  ];
}

/** How totals of sheets with different maxima were made comparable. */
function scaleInWords({ maximum, hasOtherMaxima }: ObservedMonth['input']['rubric']): string {
  return hasOtherMaxima ? ` Điểm của các bảng điểm khác nhau được quy về thang ${String(maximum)} điểm.` : '';
}

const UNREACHABLE = {
  rescale: (maximum: string) => `được bỏ ra, điểm đạt được quy về thang ${maximum}`,
  grant: () => 'được tính đủ điểm',
  leave: () => 'không được tính điểm',
} as const;

/** How points were treated that a meeting could not reach, and how many ratings depend on it. */
function unreachableInWords(
  observed: readonly ObservedMeeting[],
  { maximum, ratings }: ObservedMonth['input']['rubric'],
): Statement[] {
  const policies = [...new Set(observed.map(({ score }) => score.unreachable).filter((each) => each !== null))];
  return policies.map((policy) => {
    const of = observed.filter(({ score }) => score.unreachable === policy);
    const sources = sourcesOf(of);
    const other = of.filter(({ score }) => score.rating?.id !== score.ratingOfSum?.id);
    const rule = say()`Ở ${countOf(of.length, sources)} buổi có tiêu chí không áp dụng, các tiêu chí này ${UNREACHABLE[policy](String(maximum))}`;
    if (other.length === 0) return say()`${rule}.`;
    const counts = ratings
      .map(({ id, text }) => ({ text: text.vi, of: observed.filter(({ score }) => score.ratingOfSum?.id === id) }))
      .filter((each) => each.of.length > 0)
      .map((each) => say()`${countOf(each.of.length, sourcesOf(each.of))} buổi ${each.text}`);
    return say()`${rule}; chỉ cộng điểm các phần thì ${countOf(other.length, sourcesOf(other))} buổi xếp loại khác (${listed(counts)}).`;
  });
}

/** The share with the second-best rating or better. */
function upperTwo({ input, observed }: ObservedMonth, figures: BriefingFigures): Statement[] {
  const [best, second, third] = input.rubric.ratings;
  if (!best || !second || !third) return [];
  const upper = (of: BriefingFigures) => ({
    numerator: (of.ratings[best.id] ?? 0) + (of.ratings[second.id] ?? 0),
    denominator: of.totals.denominator,
  });
  const sources = sourcesOf(observed.filter(({ rating }) => rating?.id === best.id || rating?.id === second.id));
  const { previous } = input;
  const change = shareChange(upper(figures), previous ? upper(previous.figures) : undefined, previous?.month);
  return [say()`Từ ${second.text.vi} trở lên có ${outOf(upper(figures), 'buổi', sources)}${change}.`];
}

function byArea({ input, observed }: ObservedMonth): BriefingTable {
  const row = (name: string, of: readonly ObservedMeeting[], total: boolean): BriefingRow => ({
    kind: 'cells',
    cells: [
      name,
      grouped(of.length),
      ...input.rubric.ratings.map(({ id }) => grouped(of.filter((each) => each.rating?.id === id).length)),
      meanInColumn({ numerator: sum(of, (each) => each.score.total), denominator: of.length }),
      percentInColumn(sumOfShares(of, (answers) => attendanceOf(answers, input.rubric.attendanceFormula))),
      percentInColumn(sumOfShares(of, (answers) => ({ numerator: answers.speakers, denominator: answers.present }))),
    ],
    sources: sourcesOf(of),
    ...(total ? { total } : {}),
  });
  const areas = [...new Set(observed.map((each) => each.area))];
  const rows = areas.map((area) =>
    row(
      area.name,
      observed.filter((each) => each.area === area),
      false,
    ),
  );
  if (areas.length > 1) rows.push(row('Tổng cộng', observed, true));
  return {
    kind: 'table',
    columns: [
      { header: input.labels.area, width: 30 },
      { header: 'Số buổi', width: 12, align: 'right' },
      ...input.rubric.ratings.map(({ text }) => ({
        header: text.vi,
        group: 'Xếp loại',
        width: 12,
        align: 'right' as const,
      })),
      { header: 'Điểm bình quân', width: 14, align: 'right' },
      { header: 'Dự họp', width: 14, align: 'right' },
      { header: 'Phát biểu', width: 14, align: 'right' },
    ],
    rows,
    whenEmpty: 'Chưa có số liệu.',
  };
}

function attendance({ input, observed }: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const { previous, policy, rubric } = input;
  const all = sourcesOf(observed);
  const target = policy.attendanceTargetPercent;
  const met = figures.attendance.numerator * 100 >= target * figures.attendance.denominator;
  const change = shareChange(
    figures.attendance,
    previous?.figures.attendance,
    previous?.month,
    seenIn(figures, previous),
  );
  const overall = say()`Tỷ lệ đảng viên dự sinh hoạt đạt ${shareOf(figures.attendance, all)}${change}, ${met ? 'đạt' : 'chưa đạt'} mục tiêu từ ${String(target)}% trở lên.`;
  const reached = observed.filter(
    ({ answers }) =>
      attendanceOf(answers, rubric.attendanceFormula).numerator * 100 >=
      target * attendanceOf(answers, rubric.attendanceFormula).denominator,
  );
  const reaching = say()`Có ${outOf(figures.attendanceReached, 'buổi được dự', sourcesOf(reached))} đạt mục tiêu này.`;
  const excused = sum(observed, (each) => each.answers.absentExcused);
  const excusedAt = sourcesOf(observed.filter((each) => each.answers.absentExcused > 0));
  const unexcused = observed.filter((each) => each.answers.absentUnexcused > 0);
  const away =
    unexcused.length > 0
      ? say()`Có ${countOf(excused, excusedAt)} lượt vắng có lý do và ${countOf(
          sum(unexcused, (each) => each.answers.absentUnexcused),
          sourcesOf(unexcused),
        )} lượt vắng không lý do tại ${countOf(branchesOf(unexcused), sourcesOf(unexcused))} chi bộ.`
      : say()`Có ${countOf(excused, excusedAt)} lượt vắng có lý do; không có đảng viên vắng không lý do.`;
  const formula =
    rubric.attendanceFormula === 'entitled'
      ? 'Tỷ lệ tính trên số đảng viên phải dự, đã trừ đảng viên được miễn sinh hoạt và lực lượng vũ trang làm nhiệm vụ đặc biệt.'
      : 'Tỷ lệ tính trên số đảng viên phải dự, đã trừ đảng viên được miễn sinh hoạt, lực lượng vũ trang làm nhiệm vụ đặc biệt và vắng có lý do.';
  return {
    id: 'results.attendance',
    title: 'Đảng viên dự sinh hoạt',
    blocks: [{ kind: 'paragraph', statement: joined([overall, reaching, away, plain(formula)]) }],
  };
}

/** How many meetings the members of a month were counted in. */
function seenIn(now: BriefingFigures, previous: BriefingInput['previous']) {
  return { now: now.totals.denominator, before: previous?.figures.totals.denominator, unit: 'buổi' };
}

function conduct({ input, observed }: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const { previous } = input;
  const all = sourcesOf(observed);
  const many = observed.filter(({ answers }) => answers.speakers * 2 > answers.present);
  const silent = observed.filter(({ answers }) => answers.speakers === 0);
  const speaking = [
    say()`Có ${outOf(figures.speaking, 'đảng viên có mặt', all)} phát biểu${shareChange(figures.speaking, previous?.figures.speaking, previous?.month, seenIn(figures, previous))}; ở ${countOf(many.length, sourcesOf(many))} buổi, trên một nửa số có mặt đã phát biểu.`,
    ...(silent.length > 0
      ? [say()`Còn ${countOf(silent.length, sourcesOf(silent))} buổi không có ý kiến phát biểu.`]
      : []),
    say()`Có ${outOf(figures.fullDuration, 'buổi', sourcesOf(observed.filter(hasFullDuration)))} bảo đảm thời gian theo quy định.`,
  ];
  const thematic = observed.filter(({ answers }) => answers.meetingKind !== 'regular');
  const themes =
    thematic.length > 0
      ? say()`Có ${countOf(thematic.length, sourcesOf(thematic))} buổi được dự có nội dung chuyên đề, điểm bình quân ${mean({ numerator: sum(thematic, (each) => each.score.total), denominator: thematic.length }, sourcesOf(thematic))} điểm.`
      : plain('Chưa có buổi sinh hoạt chuyên đề nào được dự trong tháng.');
  return {
    id: 'results.conduct',
    title: 'Phát biểu, thời gian và sinh hoạt chuyên đề',
    blocks: [
      { kind: 'paragraph', statement: joined(speaking) },
      { kind: 'paragraph', statement: themes },
    ],
  };
}

function directives({ observed }: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const id = 'results.directives';
  const title = 'Thực hiện các yêu cầu trước đó';
  const asked = directiveAnswers(observed);
  if (asked.length === 0) {
    return {
      id,
      title,
      blocks: [
        {
          kind: 'paragraph',
          statement: plain('Chưa có yêu cầu nào của kỳ trước cần kiểm tra tại các chi bộ được dự.'),
        },
      ],
    };
  }
  const withState = (state: DirectiveState) => {
    const of = asked.filter((each) => each.state === state);
    return countOf(of.length, sourcesOf(of.map((each) => each.observed)));
  };
  const observedAsked = asked.map((each) => each.observed);
  const sources = sourcesOf(observedAsked);
  const statement = say()`Kiểm tra ${countOf(asked.length, sources)} yêu cầu tại ${countOf(branchesOf(observedAsked), sources)} chi bộ: đã thực hiện ${outOf(figures.directivesDone, 'yêu cầu', sources)}, đang thực hiện ${withState('in_progress')}, chưa thực hiện ${withState('not_done')}.`;
  return { id, title, blocks: [{ kind: 'paragraph', statement }] };
}

function goodPractice({ input, observed }: ObservedMonth): BriefingPart {
  const nameOf = fieldNames(input.fields);
  const strengths = remarksOf(observed, (answers) => answers.strengths);
  const practices = remarksOf(observed, (answers) => answers.goodPractices);
  const blocks: BriefingBlock[] = [];
  if (strengths.length > 0) {
    const shared = sharedRemarks(strengths).slice(0, 2);
    const often = listed(
      shared.map((each) => say(each.sources)`“${each.text}” (${countOf(each.remarks.length, each.sources)} phiếu)`),
    );
    const fields = byField(strengths, nameOf)
      .filter((group) => group.field !== null)
      .slice(0, input.policy.shown.fields);
    const where = fields.length > 0 ? say()`, nhiều nhất ở lĩnh vực ${fieldCounts(fields)}` : say()``;
    blocks.push({
      kind: 'paragraph',
      statement: say()`Các phiếu ghi nhận ${countOf(strengths.length, linesOf(strengths))} ưu điểm${where}. Tiêu biểu: ${often}.`,
    });
  }
  if (practices.length === 0) {
    blocks.push({
      kind: 'paragraph',
      statement: plain('Chưa có mô hình, cách làm hay nào được ghi nhận trong tháng.'),
    });
    return { id: 'results.good_practice', title: 'Ưu điểm, mô hình và cách làm hay', blocks };
  }
  const shared = sharedRemarks(practices);
  const shown = shared.slice(0, input.policy.shown.goodPractices);
  blocks.push(
    {
      kind: 'paragraph',
      statement: say()`Có ${countOf(practices.length, linesOf(practices))} lượt ghi nhận mô hình, cách làm hay, đáng chú ý:`,
    },
    {
      kind: 'points',
      items: shown.map(
        (each): Statement => say(each.sources)`${each.text} – ${placesOf(each.remarks, input.policy.shown.places)}.`,
      ),
    },
  );
  return { id: 'results.good_practice', title: 'Ưu điểm, mô hình và cách làm hay', blocks };
}

/** All remarks of all meetings under one heading of the form. */
export function remarksOf(
  observed: readonly ObservedMeeting[],
  pick: (answers: ObservedMeeting['answers']) => readonly { readonly text: string; readonly field: string | null }[],
): Remark[] {
  return observed.flatMap((each) =>
    each.forms.flatMap(({ line, answers }) =>
      pick(answers).map(({ text, field }): Remark => ({ text, field, observed: each, line })),
    ),
  );
}

/** The causes that were named, each with the field of its shortcoming. */
export function causesOf({ shortcomings }: ObservedMeeting['answers']): { text: string; field: string | null }[] {
  return shortcomings.flatMap(({ cause, field }) => (cause === null ? [] : [{ text: cause, field }]));
}

export function recommendationsOf({
  recommendations,
}: ObservedMeeting['answers']): { text: string; field: string | null }[] {
  return recommendations === null ? [] : [{ text: recommendations, field: null }];
}

export function sourcesOf(observed: readonly ObservedMeeting[]): Sources {
  return observed.flatMap((each) => each.sources);
}
