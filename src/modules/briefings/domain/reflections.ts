import type { Reflection } from '../../evaluations/index.ts';
import type { BriefingBlock, BriefingPart, BriefingSection } from './briefing-model.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import { compareNames, groupBy } from './observed-month.ts';
import type { ObservedMeeting, ObservedMonth } from './observed-month.ts';
import { branchCount, byField, fieldCounts, fieldNames, linesOf, placesOf, sharedRemarks } from './places.ts';
import type { Remark } from './places.ts';
import { say } from './statement.ts';
import { clause, countOf, grouped, outOf, plain } from './vietnamese-figures.ts';

export interface RaisedReflection extends Remark {
  readonly answered: Reflection['answered'];
  readonly authority: string | null;
}

export const NO_AUTHORITY = 'Chưa đề nghị nơi trả lời';

/** Section IV: what residents and members raised, answered on the spot or to be answered by an authority. */
export function reflections(month: ObservedMonth, figures: BriefingFigures): BriefingSection {
  const title = 'Phản ánh, kiến nghị';
  const raised = raisedReflections(month.observed);
  if (raised.length === 0) {
    const none = plain(
      month.observed.length > 0
        ? 'Chưa có phản ánh, kiến nghị nào tại các buổi được dự.'
        : 'Chưa có phiếu được duyệt nên chưa có phản ánh, kiến nghị.',
    );
    return {
      id: 'reflections',
      title,
      parts: [{ id: 'reflections.none', title: null, blocks: [{ kind: 'paragraph', statement: none }] }],
    };
  }
  return { id: 'reflections', title, parts: [overview(month, figures, raised), toAnswer(month, raised)] };
}

export function raisedReflections(observed: readonly ObservedMeeting[]): RaisedReflection[] {
  return observed.flatMap((each) =>
    each.forms.flatMap(({ line, answers }) =>
      answers.reflections.map(({ text, field, answered, authority }): RaisedReflection => ({
        text,
        field,
        answered,
        authority,
        observed: each,
        line,
      })),
    ),
  );
}

/** Authorities are typed by hand: names that differ only in case or blanks are one. */
export function byAuthority(
  raised: readonly RaisedReflection[],
): { readonly name: string; readonly remarks: readonly RaisedReflection[] }[] {
  const keyOf = ({ authority }: RaisedReflection) => clause(authority ?? '').toLocaleLowerCase('vi');
  return [...groupBy(raised, keyOf).values()]
    .map((remarks) => ({ name: clause(remarks[0]?.authority ?? '') || NO_AUTHORITY, remarks }))
    .sort(
      (a, b) =>
        Number(a.name === NO_AUTHORITY) - Number(b.name === NO_AUTHORITY) ||
        b.remarks.length - a.remarks.length ||
        compareNames(a.name, b.name),
    );
}

function overview(
  { input }: ObservedMonth,
  figures: BriefingFigures,
  raised: readonly RaisedReflection[],
): BriefingPart {
  const lines = linesOf(raised);
  const answered = raised.filter((each) => each.answered === 'on_the_spot');
  const share = outOf(
    { numerator: figures.reflectionsAnswered, denominator: figures.reflections },
    'ý kiến',
    linesOf(answered),
  );
  const statement = say()`Các buổi được dự có ${countOf(raised.length, lines)} phản ánh, kiến nghị tại ${countOf(branchCount(raised), lines)} chi bộ, theo lĩnh vực: ${fieldCounts(byField(raised, fieldNames(input.fields)))}. Đã trả lời tại chỗ ${share}.`;
  return {
    id: 'reflections.overview',
    title: 'Tiếp nhận và trả lời tại chỗ',
    blocks: [{ kind: 'paragraph', statement }],
  };
}

function toAnswer({ input }: ObservedMonth, raised: readonly RaisedReflection[]): BriefingPart {
  const id = 'reflections.to_answer';
  const title = 'Đề nghị cấp có thẩm quyền trả lời';
  const open = raised.filter((each) => each.answered === 'later');
  if (open.length === 0) {
    return {
      id,
      title,
      blocks: [{ kind: 'paragraph', statement: plain('Tất cả phản ánh, kiến nghị đã được trả lời tại chỗ.') }],
    };
  }
  const nameOf = fieldNames(input.fields);
  const shared = sharedRemarks(open);
  const shown = shared.slice(0, input.policy.shown.reflections);
  const blocks: BriefingBlock[] = [
    {
      kind: 'paragraph',
      statement: say(linesOf(open))`Còn ${countOf(open.length, linesOf(open))} phản ánh, kiến nghị cần trả lời:`,
    },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 8, align: 'center' },
        { header: 'Nơi được đề nghị trả lời', width: 58 },
        { header: 'Số ý kiến', width: 16, align: 'right' },
        { header: 'Lĩnh vực', width: 62 },
      ],
      rows: byAuthority(open).map(({ name, remarks }, index) => ({
        kind: 'cells',
        cells: [
          String(index + 1),
          name,
          grouped(remarks.length),
          byField(remarks, nameOf)
            .map((group) => `${group.name} (${grouped(group.remarks.length)})`)
            .join(', '),
        ],
        sources: linesOf(remarks),
      })),
      whenEmpty: 'Không có.',
    },
    { kind: 'paragraph', statement: plain('Một số nội dung đáng chú ý (danh sách đầy đủ tại Phụ lục III):') },
    {
      kind: 'points',
      items: shown.map(
        (each) => say(each.sources)`${each.text} – ${placesOf(each.remarks, input.policy.shown.places)}.`,
      ),
    },
  ];
  return { id, title, blocks };
}
