import { addMonths } from '../../../kernel/month.ts';
import type { NeedsAttention } from './attention.ts';
import { isUnattended } from './briefing-input.ts';
import type { BriefingPart, BriefingSection } from './briefing-model.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import { directiveAnswers, hasFullDuration } from './month-figures.ts';
import { branchesOf } from './observed-month.ts';
import type { ObservedMonth } from './observed-month.ts';
import { byField, fieldCounts, fieldNames, linesOf, placesOf, sharedRemarks } from './places.ts';
import { byAuthority, NO_AUTHORITY, raisedReflections } from './reflections.ts';
import { recommendationsOf, remarksOf, sourcesOf } from './results.ts';
import { listed, say } from './statement.ts';
import type { Statement } from './statement.ts';
import { countOf, monthInWords, plain } from './vietnamese-figures.ts';

/** Section V: what follows from the month's figures, what the observers propose, and what comes next. */
export function proposals(
  month: ObservedMonth,
  figures: BriefingFigures,
  attention: readonly NeedsAttention[],
): BriefingSection {
  return {
    id: 'proposals',
    title: 'Đề xuất và nhiệm vụ tháng sau',
    parts: [proposed(month, attention), recommended(month), nextMonth(month, figures, attention)],
  };
}

function proposed(month: ObservedMonth, attention: readonly NeedsAttention[]): BriefingPart {
  const { input, observed } = month;
  const next = monthInWords(addMonths(input.month, 1));
  const items: Statement[] = [];
  if (attention.length > 0) {
    const sources = sourcesOf(attention.map((each) => each.observed));
    items.push(
      say()`Chỉ đạo cấp ủy cơ sở của ${countOf(attention.length, sources)} chi bộ nêu tại mục III.3 khắc phục hạn chế, báo cáo kết quả trước hội nghị giao ban ${next}.`,
    );
  }
  const unexcused = observed.filter((each) => each.answers.absentUnexcused > 0);
  if (unexcused.length > 0) {
    items.push(
      say()`Yêu cầu ${countOf(branchesOf(unexcused), sourcesOf(unexcused))} chi bộ có đảng viên vắng không lý do nhắc nhở, kiểm điểm theo quy định.`,
    );
  }
  const open = raisedReflections(observed).filter((each) => each.answered === 'later');
  const named = byAuthority(open).filter(({ name }) => name !== NO_AUTHORITY);
  if (named.length > 0) {
    const to = listed(
      named.slice(0, 4).map(({ name, remarks }) => say()`${name} (${countOf(remarks.length, linesOf(remarks))})`),
    );
    const others = named.length > 4 ? ' và các cơ quan nêu tại mục IV' : '';
    items.push(
      say()`Chuyển phản ánh, kiến nghị chưa trả lời đến ${to}${others}; đề nghị trả lời để chi bộ thông báo lại cho đảng viên và nhân dân.`,
    );
  }
  const unaddressed = open.filter((each) => each.authority === null);
  if (unaddressed.length > 0) {
    items.push(
      say()`Xác định cơ quan có thẩm quyền đối với ${countOf(unaddressed.length, linesOf(unaddressed))} phản ánh, kiến nghị chưa rõ nơi trả lời.`,
    );
  }
  const seats = remarksOf(observed, (answers) => answers.vacancies.map(({ seat }) => ({ text: seat, field: null })));
  if (seats.length > 0)
    items.push(say()`Hướng dẫn chi bộ kiện toàn ${countOf(seats.length, linesOf(seats))} chức danh cấp ủy còn khuyết.`);
  const notDone = directiveAnswers(observed)
    .filter(({ state }) => state === 'not_done')
    .map((each) => each.observed);
  if (notDone.length > 0) {
    items.push(
      say()`Đôn đốc ${countOf(branchesOf(notDone), sourcesOf(notDone))} chi bộ còn yêu cầu trước đó chưa thực hiện.`,
    );
  }
  const id = 'proposals.proposed';
  const title = 'Đề xuất từ kết quả tháng';
  if (items.length === 0) return { id, title, blocks: [{ kind: 'paragraph', statement: plain('Chưa có đề xuất.') }] };
  const ask = plain('Từ kết quả trên, đề nghị hội nghị xem xét:');
  return {
    id,
    title,
    blocks: [
      { kind: 'paragraph', statement: ask },
      { kind: 'points', items },
    ],
  };
}

function recommended({ input, observed }: ObservedMonth): BriefingPart {
  const given = remarksOf(observed, recommendationsOf);
  const id = 'proposals.recommended';
  const title = 'Đề xuất của người dự';
  if (given.length === 0)
    return { id, title, blocks: [{ kind: 'paragraph', statement: plain('Các phiếu chưa có đề xuất riêng.') }] };
  const shared = sharedRemarks(given);
  const shown = shared.slice(0, input.policy.shown.recommendations);
  const rest = shared.slice(shown.length).flatMap((each) => each.remarks);
  const items = shown.map(
    (each) => say(each.sources)`${each.text} – ${placesOf(each.remarks, input.policy.shown.places)}.`,
  );
  if (rest.length > 0) items.push(say()`Và ${countOf(rest.length, linesOf(rest))} đề xuất khác ghi trong các phiếu.`);
  return { id, title, blocks: [{ kind: 'points', items }] };
}

function nextMonth(month: ObservedMonth, figures: BriefingFigures, attention: readonly NeedsAttention[]): BriefingPart {
  const { input, observed, lines, heldMeetings } = month;
  const items: Statement[] = [];
  const seen = new Set(lines.filter((each) => !isUnattended(each.visit)).map((each) => each.branch.id));
  const unseen = new Set(heldMeetings.map((meeting) => meeting.branchId).filter((branchId) => !seen.has(branchId)))
    .size;
  const first = sourcesOf(attention.map((each) => each.observed));
  const priorities = [
    ...(attention.length > 0 ? [say(first)`${countOf(attention.length, first)} chi bộ cần quan tâm`] : []),
    ...(unseen > 0 ? [say()`${countOf(unseen, [])} chi bộ chưa được dự trong tháng này`] : []),
  ];
  const priority = priorities.length > 0 ? say()`, ưu tiên ${listed(priorities)}` : say()``;
  items.push(say()`Tiếp tục phân công cán bộ dự sinh hoạt chi bộ${priority}.`);

  const weak = byField(
    remarksOf(observed, (answers) => answers.shortcomings),
    fieldNames(input.fields),
  ).filter((group) => group.field !== null);
  if (weak.length > 0) {
    items.push(say()`Phân công cán bộ am hiểu các lĩnh vực còn nhiều hạn chế: ${fieldCounts(weak.slice(0, 3))}.`);
  }
  const { numerator, denominator } = figures.fullDuration;
  if (denominator > numerator) {
    items.push(
      say()`Hướng dẫn chi bộ bảo đảm thời gian sinh hoạt; tháng này còn ${countOf(denominator - numerator, sourcesOf(observed.filter((each) => !hasFullDuration(each))))} buổi chưa đủ.`,
    );
  }
  const waiting = lines
    .filter((each) => each.visit.outcome === 'attended' && !each.visit.form)
    .map((each) => each.line);
  if (waiting.length > 0) items.push(say()`Hoàn thành ${countOf(waiting.length, waiting)} phiếu dự sinh hoạt còn lại.`);
  return {
    id: 'proposals.next',
    title: `Nhiệm vụ ${monthInWords(addMonths(input.month, 1))}`,
    blocks: [{ kind: 'points', items }],
  };
}
