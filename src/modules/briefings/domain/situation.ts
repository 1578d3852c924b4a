import type { Ratio } from '../../evaluations/index.ts';
import type { BriefingInput, VisitOutcome } from './briefing-input.ts';
import type { BriefingPart, BriefingRow, BriefingSection } from './briefing-model.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import { groupBy } from './observed-month.ts';
import type { ObservedMonth, VisitLine } from './observed-month.ts';
import { joined, listed, say } from './statement.ts';
import type { Statement } from './statement.ts';
import {
  clause,
  countOf,
  grouped,
  monthInWords,
  outOf,
  percentInColumn,
  plain,
  shareChange,
} from './vietnamese-figures.ts';

/** Section I: who was sent, who went, who did not and why, and the same by department. */
export function situation(month: ObservedMonth, figures: BriefingFigures): BriefingSection {
  return {
    id: 'situation',
    title: 'Tình hình phân công và dự sinh hoạt',
    parts: [assigned(month, figures), byDepartment(month)],
  };
}

function assigned(month: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const { input, lines, allLines } = month;
  const title = 'Phân công và thực hiện';
  const id = 'situation.visits';
  const meetings = meetingSentence(month, figures);
  if (lines.length === 0) {
    const none = plain(`Chưa có lượt phân công dự sinh hoạt nào trong ${monthInWords(input.month)}.`);
    return {
      id,
      title,
      blocks: [
        { kind: 'paragraph', statement: meetings },
        { kind: 'paragraph', statement: none },
      ],
    };
  }
  const people = new Set(lines.map((each) => each.visit.specialistId)).size;
  const departments = new Set(lines.map((each) => each.visit.departmentId)).size;
  const branches = new Set(lines.map((each) => each.branch.id)).size;
  const cover = outOf(
    { numerator: branches, denominator: Math.max(figures.branchesMet, branches) },
    'chi bộ có sinh hoạt',
    allLines,
  );
  const sent = say()`Đã phân công ${countOf(people, allLines)} đồng chí của ${countOf(departments, allLines)} cơ quan, đơn vị dự ${countOf(lines.length, allLines)} lượt tại ${cover}.`;
  return {
    id,
    title,
    blocks: [
      { kind: 'paragraph', statement: joined([meetings, sent]) },
      { kind: 'paragraph', statement: carriedOut(month, figures) },
      { kind: 'paragraph', statement: formsIn(month, figures) },
    ],
  };
}

function meetingSentence({ input, heldMeetings }: ObservedMonth, figures: BriefingFigures): Statement {
  if (heldMeetings.length === 0) return plain(`Chưa có buổi sinh hoạt chi bộ nào trong ${monthInWords(input.month)}.`);
  const kinds = [
    ['regular', 'sinh hoạt thường kỳ'],
    ['thematic', 'sinh hoạt chuyên đề'],
    ['combined', 'thường kỳ kết hợp chuyên đề'],
  ] as const;
  const parts = kinds
    .map(([kind, words]) => ({ words, count: heldMeetings.filter((meeting) => meeting.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const split =
    parts.length > 1
      ? say()`, gồm ${listed(parts.map(({ words, count }) => say()`${countOf(count, [])} buổi ${words}`))}`
      : say()``;
  const once = figures.meetings === figures.branchesMet;
  const held = once ? say()`sinh hoạt` : say()`${countOf(figures.meetings, [])} buổi sinh hoạt`;
  return say()`Trong ${monthInWords(input.month)}, toàn ${input.labels.ground} có ${countOf(figures.branchesMet, [])} chi bộ tổ chức ${held}${split}.`;
}

function carriedOut({ input, lines, allLines }: ObservedMonth, figures: BriefingFigures): Statement {
  const share = { numerator: figures.attended, denominator: figures.assigned };
  const went = say()`Các đồng chí đã dự ${outOf(share, 'lượt được phân công', allLines)}${attendedChange(figures, input.previous)}.`;

  const declined = lines.filter((each) => each.visit.outcome === 'declined');
  const missed = lines.filter((each) => each.visit.outcome === 'missed');
  const pending = lines.filter((each) => each.visit.outcome === 'pending');
  const parts = [went];
  if (declined.length > 0)
    parts.push(say()`Có ${countOf(declined.length, linesOf(declined))} lượt đã từ chối${reasons(declined)}.`);
  if (missed.length > 0)
    parts.push(say()`Có ${countOf(missed.length, linesOf(missed))} lượt không dự được${reasons(missed)}.`);
  if (pending.length > 0)
    parts.push(say()`Còn ${countOf(pending.length, linesOf(pending))} lượt chưa có thông tin thực hiện.`);
  return joined(parts);
}

/** Visits without an outcome are neither made nor missed, so the change is that of the visits that have one. */
function attendedChange(figures: BriefingFigures, previous: BriefingInput['previous']): string {
  if (!previous) return '';
  const [now, before] = [withOutcome(figures), withOutcome(previous.figures)];
  const isWhole = now.denominator === figures.assigned && before.denominator === previous.figures.assigned;
  if (isWhole) return shareChange(now, before, previous.month);
  const unit = 'lượt đã có kết quả';
  const change = shareChange(now, before, previous.month, { now: now.denominator, before: before.denominator, unit });
  return change.startsWith(',') ? `${change} (chỉ tính ${unit})` : change;
}

function withOutcome({ attended, declined, missed }: BriefingFigures): Ratio {
  return { numerator: attended, denominator: attended + declined + missed };
}

function reasons(unattended: readonly VisitLine[]): Statement {
  const given = unattended.filter((each) => each.visit.reason !== null);
  if (given.length === 0) return say()`, chưa ghi lý do`;
  const byReason = [...groupBy(given, (each) => clause(each.visit.reason ?? '', 80))];
  byReason.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const named = byReason.map(([reason, of]) => say()`${lowerFirst(reason)} (${countOf(of.length, linesOf(of))} lượt)`);
  const silent = unattended.filter((each) => each.visit.reason === null);
  if (silent.length > 0) named.push(say()`chưa ghi lý do (${countOf(silent.length, linesOf(silent))} lượt)`);
  return say()`; lý do: ${listed(named)}`;
}

function formsIn({ lines, formLines }: ObservedMonth, figures: BriefingFigures): Statement {
  const attended = lines.filter((each) => each.visit.outcome === 'attended');
  if (attended.length === 0) return plain('Chưa có lượt dự nào nên chưa có phiếu.');
  const share = outOf({ numerator: figures.forms, denominator: attended.length }, 'lượt đã dự', formLines);
  const accepted = say()`Đã duyệt phiếu của ${share}`;
  const open = attended.filter((each) => !each.visit.form && each.visit.formOpen);
  const none = attended.filter((each) => !each.visit.form && !each.visit.formOpen);
  const rest = [
    ...(open.length > 0 ? [say()`${countOf(open.length, linesOf(open))} phiếu đang chờ duyệt hoặc hoàn thiện`] : []),
    ...(none.length > 0 ? [say()`${countOf(none.length, linesOf(none))} lượt chưa gửi phiếu`] : []),
  ];
  return rest.length > 0 ? say()`${accepted}; còn ${listed(rest)}.` : say()`${accepted}.`;
}

function byDepartment({ input, lines }: ObservedMonth): BriefingPart {
  const row = (name: string, of: readonly VisitLine[], index: number | null): BriefingRow => {
    const count = (outcome: VisitOutcome) => of.filter((each) => each.visit.outcome === outcome).length;
    const attended = count('attended');
    return {
      kind: 'cells',
      cells: [
        index === null ? '' : String(index + 1),
        name,
        grouped(new Set(of.map((each) => each.visit.specialistId)).size),
        grouped(of.length),
        grouped(attended),
        grouped(count('declined')),
        grouped(count('missed')),
        percentInColumn({ numerator: attended, denominator: of.length }),
        grouped(of.filter((each) => each.visit.form).length),
      ],
      sources: linesOf(of),
      ...(index === null ? { total: true } : {}),
    };
  };
  const sent = input.departments
    .map((department) => ({ department, of: lines.filter((each) => each.visit.departmentId === department.id) }))
    .filter(({ of }) => of.length > 0);
  const rows = sent.map(({ department, of }, index) => row(department.name, of, index));
  if (sent.length > 1) rows.push(row('Tổng cộng', lines, null));
  return {
    id: 'situation.departments',
    title: 'Theo cơ quan cử cán bộ',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 7, align: 'center' },
          { header: 'Cơ quan, đơn vị', width: 42 },
          { header: 'Số người', width: 13, align: 'right' },
          { header: 'Phân công', width: 14, align: 'right' },
          { header: 'Đã dự', width: 12, align: 'right' },
          { header: 'Đã từ chối', width: 12, align: 'right' },
          { header: 'Không dự', width: 12, align: 'right' },
          { header: 'Tỷ lệ', width: 14, align: 'right' },
          { header: 'Phiếu đã duyệt', width: 14, align: 'right' },
        ],
        rows,
        whenEmpty: 'Chưa có cơ quan nào được phân công.',
      },
    ],
  };
}

function linesOf(lines: readonly VisitLine[]): number[] {
  return lines.map((each) => each.line);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
