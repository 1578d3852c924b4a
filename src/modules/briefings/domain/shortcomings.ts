import { ruleInWords } from './attention.ts';
import type { NeedsAttention } from './attention.ts';
import type { BriefingPart, BriefingSection } from './briefing-model.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import { compareNames } from './observed-month.ts';
import type { ObservedMeeting, ObservedMonth } from './observed-month.ts';
import {
  branchCount,
  byField,
  everyPlace,
  fieldCounts,
  fieldNames,
  linesOf,
  placesOf,
  sharedRemarks,
} from './places.ts';
import { causesOf, remarksOf, sourcesOf } from './results.ts';
import { joined, say } from './statement.ts';
import { countOf, plain, pointsInColumn, writtenCount } from './vietnamese-figures.ts';

/** Section III: what falls short, why, and which branches need attention. */
export function shortcomings(
  month: ObservedMonth,
  figures: BriefingFigures,
  attention: readonly NeedsAttention[],
): BriefingSection {
  return {
    id: 'shortcomings',
    title: 'Hạn chế, nguyên nhân và chi bộ cần quan tâm',
    parts: [found(month, figures), causes(month), needingAttention(month, attention), vacancies(month)],
  };
}

function found({ input, observed }: ObservedMonth, figures: BriefingFigures): BriefingPart {
  const { shown } = input.policy;
  const remarks = remarksOf(observed, (answers) => answers.shortcomings);
  const id = 'shortcomings.found';
  const title = 'Hạn chế';
  if (remarks.length === 0) {
    const statement = plain(
      observed.length > 0
        ? 'Các phiếu đã duyệt chưa ghi nhận hạn chế nào.'
        : 'Chưa có phiếu được duyệt nên chưa có nhận xét.',
    );
    return { id, title, blocks: [{ kind: 'paragraph', statement }] };
  }
  const fields = byField(remarks, fieldNames(input.fields));
  const all = linesOf(remarks);
  const statement = say()`Các phiếu ghi nhận ${countOf(figures.shortcomings, all)} hạn chế tại ${countOf(branchCount(remarks), all)} chi bộ, theo lĩnh vực: ${fieldCounts(fields)}. Cụ thể:`;
  const items = fields.slice(0, shown.fields).map(({ name, remarks: of }) => {
    const shared = sharedRemarks(of);
    const examples = shared
      .slice(0, shown.perField)
      .map((each) => say(each.sources)`${each.text} – ${placesOf(each.remarks, shown.places)}`);
    const others = shared.slice(shown.perField).flatMap((each) => each.remarks);
    const rest = others.length > 0 ? [say()`và ${countOf(others.length, linesOf(others))} ý kiến khác`] : [];
    return say(linesOf(of))`${name}: ${joined([...examples, ...rest], '; ')}.`;
  });
  return {
    id,
    title,
    blocks: [
      { kind: 'paragraph', statement },
      { kind: 'points', items },
    ],
  };
}

function causes({ input, observed }: ObservedMonth): BriefingPart {
  const given = remarksOf(observed, causesOf);
  const id = 'shortcomings.causes';
  const title = 'Nguyên nhân';
  if (given.length === 0)
    return { id, title, blocks: [{ kind: 'paragraph', statement: plain('Các phiếu chưa nêu nguyên nhân.') }] };
  const shared = sharedRemarks(given);
  const shown = shared.slice(0, input.policy.shown.causes);
  const rest = shared.slice(shown.length).flatMap((each) => each.remarks);
  const items = shown.map(
    (each) => say(each.sources)`${each.text} (${countOf(each.remarks.length, each.sources)} ý kiến).`,
  );
  if (rest.length > 0) items.push(say()`Nguyên nhân khác (${countOf(rest.length, linesOf(rest))} ý kiến).`);
  return {
    id,
    title,
    blocks: [
      {
        kind: 'paragraph',
        statement: say()`Người dự nêu nguyên nhân của ${countOf(given.length, linesOf(given))} hạn chế, chủ yếu là:`,
      },
      { kind: 'points', items },
    ],
  };
}

function needingAttention({ input, observed }: ObservedMonth, attention: readonly NeedsAttention[]): BriefingPart {
  const { policy, rubric } = input;
  const id = 'shortcomings.attention';
  const title = 'Chi bộ cần quan tâm';
  const rules = policy.attention.map((rule) => ruleInWords(rule, rubric.ratings)).join('; ');
  const least = policy.signsNeeded > 1 ? `ít nhất ${policy.signsNeeded} dấu hiệu` : 'một trong các dấu hiệu';
  const rule = plain(`Chi bộ cần quan tâm là chi bộ có ${least}: ${rules}.`);
  if (attention.length === 0) {
    const none = plain(
      observed.length > 0
        ? `Trong ${writtenCount(observed.length)} buổi có phiếu được duyệt, chưa có chi bộ nào thuộc diện này.`
        : 'Chưa có phiếu được duyệt nên chưa xác định được.',
    );
    return { id, title, blocks: [{ kind: 'paragraph', statement: joined([rule, none]) }] };
  }
  const sources = sourcesOf(attention.map((each) => each.observed));
  const shown = attention.slice(0, policy.shown.attention);
  const rest = attention.slice(shown.length);
  const count = say()`Trong tháng có ${countOf(attention.length, sources)} chi bộ, xếp theo điểm từ thấp lên cao:`;
  const more =
    rest.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            statement: say()`Ngoài ra còn ${countOf(rest.length, sourcesOf(rest.map((each) => each.observed)))} chi bộ: ${everyPlace(inPlaceOrder(rest))}.`,
          },
        ]
      : [];
  return {
    id,
    title,
    blocks: [
      { kind: 'paragraph', statement: joined([rule, count]) },
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 8, align: 'center' },
          { header: 'Chi bộ', width: 42 },
          { header: input.labels.area, width: 22 },
          { header: 'Điểm', width: 12, align: 'right' },
          { header: 'Dấu hiệu', width: 62 },
        ],
        rows: shown.map(({ observed: each, signs }, index) => ({
          kind: 'cells',
          cells: [
            String(index + 1),
            each.branch.name,
            each.area.name,
            pointsInColumn(each.score.total),
            signs.map((sign) => sign.text).join('; '),
          ],
          sources: each.sources,
        })),
        whenEmpty: 'Chưa có chi bộ nào.',
      },
      ...more,
    ],
  };
}

function inPlaceOrder(attention: readonly NeedsAttention[]): ObservedMeeting[] {
  return attention
    .map((each) => each.observed)
    .sort((a, b) => compareNames(a.area.name, b.area.name) || compareNames(a.branch.name, b.branch.name));
}

function vacancies({ input, observed }: ObservedMonth): BriefingPart {
  const seats = remarksOf(observed, (answers) =>
    answers.vacancies.map(({ seat, reason }) => ({
      text: reason === null ? seat : `${seat} – ${reason}`,
      field: seat,
    })),
  );
  const id = 'shortcomings.vacancies';
  const title = 'Cấp ủy còn khuyết';
  if (seats.length === 0) {
    const statement = plain(
      observed.length > 0 ? 'Các chi bộ được dự không báo khuyết chức danh cấp ủy.' : 'Chưa có thông tin.',
    );
    return { id, title, blocks: [{ kind: 'paragraph', statement }] };
  }
  const bySeat = byField(seats, (seat) => seat ?? '');
  const statement = say()`Có ${countOf(branchCount(seats), linesOf(seats))} chi bộ còn khuyết ${countOf(seats.length, linesOf(seats))} chức danh:`;
  const items = bySeat.map(
    ({ name, remarks }) => say()`${name}: ${placesOf(remarks, Math.max(input.policy.shown.places, 6))}.`,
  );
  return {
    id,
    title,
    blocks: [
      { kind: 'paragraph', statement },
      { kind: 'points', items },
    ],
  };
}
