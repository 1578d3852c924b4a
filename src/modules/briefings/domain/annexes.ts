import { FINDING_KIND_TERMS, headTerm, MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';
import type { BriefingAnnex, BriefingBlock, BriefingRow } from './briefing-model.ts';
import type { ObservedMeeting, ObservedMonth, VisitLine } from './observed-month.ts';
import { groupBy } from './observed-month.ts';
import { fieldNames, type Remark } from './places.ts';
import { NO_AUTHORITY, raisedReflections } from './reflections.ts';
import { sum } from './month-figures.ts';
import { causesOf, recommendationsOf, remarksOf, sourcesOf } from './results.ts';
import { joined, say } from './statement.ts';
import {
  clause,
  countOf,
  dayAndMonth,
  meanInTenths,
  monthInFigures,
  outOf,
  plain,
  points,
  pointsInColumn,
  isCut,
  wholeText,
} from './vietnamese-figures.ts';

/** Annex I: every visit of the month; its line numbers are the sources of all other statements. */
export function visitAnnex({ input, lines }: ObservedMonth): BriefingAnnex {
  return {
    id: 'visits',
    title: 'Danh sách các lượt dự sinh hoạt chi bộ',
    landscape: true,
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 9, align: 'center' },
          { header: 'Chi bộ', width: 52 },
          { header: 'Ngày, giờ', width: 26, align: 'center' },
          { header: 'Loại', width: 22 },
          { header: 'Người dự', width: 38 },
          { header: 'Cơ quan', width: 46 },
          { header: 'Kết quả', width: 32 },
          { header: 'Điểm', width: 14, align: 'right' },
          { header: 'Xếp loại', width: 18 },
        ],
        rows: underAreas(lines, (each) => each.area.name, visitRow),
        whenEmpty: `Chưa có lượt dự nào trong ${monthInFigures(input.month)}.`,
      },
    ],
  };
}

function visitRow({ line, visit, meeting, branch, department }: VisitLine): BriefingRow {
  const kind = visit.form?.answers.meetingKind ?? meeting.kind;
  const day = visit.form?.answers.date ?? meeting.day;
  const time = visit.form?.answers.startedAt ?? meeting.startsAt;
  return {
    kind: 'cells',
    line,
    sources: [line],
    cells: [
      String(line),
      branch.name,
      `${dayAndMonth(day)} ${time}`,
      headTerm(MEETING_KIND_TERMS[kind]).vi,
      visit.specialistName,
      department,
      outcomeOf(visit),
      visit.form ? pointsInColumn(visit.form.score.total) : '–',
      (visit.form && ratingInColumn(visit.form.score, meeting)) ?? '–',
    ],
  };
}

/** The rating that counts; where people decided otherwise, what the points say beside it. */
function ratingInColumn({ rating }: ObservedMeeting['score'], { official }: VisitLine['meeting']): string | null {
  const points = rating?.text.vi ?? null;
  if (!official) return points;
  const decided = official.rating.text.vi;
  return official.rating.id === rating?.id ? decided : `${decided} (theo điểm: ${points ?? '–'})`;
}

function outcomeOf(visit: VisitLine['visit']): string {
  switch (visit.outcome) {
    case 'declined':
      return withReason('Đã từ chối', visit);
    case 'missed':
      return withReason('Không dự', visit);
    case 'pending':
      return 'Chưa có thông tin';
    case 'attended':
      return visit.form ? 'Đã dự' : visit.formOpen ? 'Đã dự, phiếu chờ duyệt' : 'Đã dự, chưa gửi phiếu';
  }
}

function withReason(outcome: string, { reason }: VisitLine['visit']): string {
  return reason === null ? outcome : `${outcome}: ${clause(reason, 80)}`;
}

/** Annex II: the branch's own score beside the observer's. */
export function scoreAnnex(month: ObservedMonth): BriefingAnnex {
  const { observed } = month;
  const both = observed.filter((each) => each.score.difference !== null);
  const blocks: BriefingBlock[] = [
    { kind: 'paragraph', statement: comparison(observed, both) },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 9, align: 'center' },
        { header: 'Chi bộ', width: 62 },
        { header: 'Chi bộ tự chấm', group: 'Điểm', width: 22, align: 'right' },
        { header: 'Người dự chấm', group: 'Điểm', width: 22, align: 'right' },
        { header: 'Chênh lệch', group: 'Điểm', width: 20, align: 'right' },
        { header: 'Xếp loại', width: 22 },
      ],
      rows: underAreas(
        observed.map((each, index) => ({ each, index })),
        ({ each }) => each.area.name,
        ({ each, index }) => ({
          kind: 'cells',
          sources: each.sources,
          cells: [
            String(index + 1),
            each.branch.name,
            each.score.self === null ? '–' : pointsInColumn(each.score.self),
            pointsInColumn(each.score.total),
            each.score.difference === null ? '–' : signed(each.score.difference),
            ratingInColumn(each.score, each.meeting) ?? '–',
          ],
        }),
      ),
      whenEmpty: 'Chưa có phiếu nào được duyệt.',
    },
  ];
  return { id: 'scores', title: 'So sánh điểm chi bộ tự chấm và điểm của người dự', landscape: false, blocks };
}

function comparison(observed: readonly ObservedMeeting[], both: readonly ObservedMeeting[]) {
  if (observed.length === 0) return plain('Chưa có phiếu được duyệt nên chưa so sánh được.');
  if (both.length === 0) return plain('Chưa có chi bộ nào được ghi điểm tự chấm.');
  const sources = sourcesOf(both);
  const above = both.filter((each) => (each.score.difference ?? 0) < 0);
  const total = sum(both, (each) => each.score.difference ?? 0);
  const average = points(meanInTenths({ numerator: Math.abs(total), denominator: both.length }) * 10);
  const even = average === '0';
  const mean = even
    ? 'Bình quân hai điểm bằng nhau.'
    : `Bình quân điểm của người dự ${total > 0 ? 'cao hơn' : 'thấp hơn'} điểm tự chấm ${average} điểm.`;
  return joined([
    say()`Có ${outOf({ numerator: both.length, denominator: observed.length }, 'buổi được dự', sources)} có điểm chi bộ tự chấm; ${countOf(above.length, sourcesOf(above))} buổi chi bộ tự chấm cao hơn người dự.`,
    say(sources)`${mean}`,
    plain('Chênh lệch là điểm của người dự trừ điểm tự chấm.'),
  ]);
}

/** Annex III: every reflection, for the authorities that have to answer. */
export function reflectionAnnex({ input, observed }: ObservedMonth): BriefingAnnex {
  const nameOf = fieldNames(input.fields);
  const raised = raisedReflections(observed);
  return {
    id: 'reflections',
    title: 'Phản ánh, kiến nghị tại các buổi sinh hoạt được dự',
    landscape: true,
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 9, align: 'center' },
          { header: 'Chi bộ', width: 48 },
          { header: 'Nội dung', width: 88 },
          { header: 'Lĩnh vực', width: 34 },
          { header: 'Trả lời', width: 26 },
          { header: 'Nơi được đề nghị trả lời', width: 60 },
        ],
        rows: underAreas(
          raised.map((each, index) => ({ each, index })),
          ({ each }) => each.observed.area.name,
          ({ each, index }) => ({
            kind: 'cells',
            sources: [each.line],
            cells: [
              String(index + 1),
              each.observed.branch.name,
              wholeText(each.text),
              each.field === null ? '–' : nameOf(each.field),
              each.answered === 'on_the_spot' ? 'Tại chỗ' : 'Chưa',
              each.answered === 'on_the_spot' ? '–' : (each.authority ?? NO_AUTHORITY),
            ],
          }),
        ),
        whenEmpty: 'Chưa có phản ánh, kiến nghị.',
      },
    ],
  };
}

/** Annex IV: the full text of remarks that sentences had to shorten; left out where nothing was shortened. */
export function longRemarkAnnex({ observed }: ObservedMonth): BriefingAnnex[] {
  const kinds: [string, Remark[]][] = [
    [headTerm(FINDING_KIND_TERMS.strength).vi, remarksOf(observed, (answers) => answers.strengths)],
    [headTerm(FINDING_KIND_TERMS.good_practice).vi, remarksOf(observed, (answers) => answers.goodPractices)],
    [headTerm(FINDING_KIND_TERMS.shortcoming).vi, remarksOf(observed, (answers) => answers.shortcomings)],
    ['Nguyên nhân', remarksOf(observed, causesOf)],
    [headTerm(FINDING_KIND_TERMS.recommendation).vi, remarksOf(observed, recommendationsOf)],
  ];
  const long = kinds.flatMap(([kind, remarks]) =>
    remarks.filter(({ text }) => isCut(text)).map((remark) => ({ kind, remark })),
  );
  if (long.length === 0) return [];
  return [
    {
      id: 'long_remarks',
      title: 'Nguyên văn các ý kiến đã rút gọn trong báo cáo',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 9, align: 'center' },
            { header: 'Chi bộ', width: 48 },
            { header: 'Loại', width: 26 },
            { header: 'Nội dung', width: 170 },
          ],
          rows: underAreas(
            long.map((each, index) => ({ ...each, index })),
            ({ remark }) => remark.observed.area.name,
            ({ kind, remark, index }) => ({
              kind: 'cells',
              sources: [remark.line],
              cells: [String(index + 1), remark.observed.branch.name, kind, wholeText(remark.text)],
            }),
          ),
          whenEmpty: 'Không có.',
        },
      ],
    },
  ];
}

function underAreas<T>(
  items: readonly T[],
  areaOf: (item: T) => string,
  rowOf: (item: T) => BriefingRow,
): BriefingRow[] {
  return [...groupBy(items, areaOf)].flatMap(([area, of]): BriefingRow[] => [
    { kind: 'heading', text: area },
    ...of.map(rowOf),
  ]);
}

function signed(inHundredths: number): string {
  if (inHundredths === 0) return '0,0';
  return `${inHundredths > 0 ? '+' : '−'}${pointsInColumn(Math.abs(inHundredths))}`;
}
