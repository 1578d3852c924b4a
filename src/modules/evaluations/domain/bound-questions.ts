import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import { headTerm, MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';
import type {
  ChoiceField,
  CountField,
  FieldSpec,
  ListField,
  Option,
  ScalarField,
  TextField,
  VisitContext,
} from './form-model.ts';
import type { Text } from './text.ts';

const MOST_MEMBERS = 2_000;

/** What of a field is not its words. */
type Shape<F = FieldSpec> = F extends FieldSpec ? Omit<F, 'path' | 'label' | 'help' | 'required' | 'askedWhen'> : never;

/**
 * `always`: without it there is no evaluation, so that every form asks it and wants an answer; `rubric`: asked, and then
 * required, where the rubric reads it; `free`: a template may leave it out.
 */
type Use = 'always' | 'rubric' | 'free';

interface Bound {
  readonly use: Use;
  /** The figures and facts of rubrics that read the answer. */
  readonly readAs: readonly string[];
  readonly shape: Shape | ((context: Pick<VisitContext, 'fields' | 'directives'>) => Shape);
}

const text = (vi: string, en: string): Text => ({ vi, en });
const option = (value: string, vi: string, en: string): Option => ({ value, label: text(vi, en) });
const YES_NO = [option('yes', 'Có', 'Yes'), option('no', 'Không', 'No')];

const count = (minimum = 0, maximum = MOST_MEMBERS): Shape<CountField> => ({ type: 'count', minimum, maximum });
const words = (maximum: number, lines: TextField['lines'] = 'one'): Shape<TextField> => ({
  type: 'text',
  lines,
  maximum,
});
const choice = (options: readonly Option[], look: ChoiceField['look'] = 'segments'): Shape<ChoiceField> => ({
  type: 'choice',
  options,
  look,
});

function cell(
  name: string,
  label: Text,
  shape: Shape<TextField> | Shape<ChoiceField>,
  required = false,
  help?: Text,
): ScalarField {
  return { ...shape, path: [name], label, required, ...(help ? { help } : {}) };
}

const noticed = cell('text', text('Nội dung', 'What'), words(1_000, 'many'), true);
const cause = cell('cause', text('Nguyên nhân', 'Cause'), words(500, 'many'));

const fieldOfWork = ({ fields }: Pick<VisitContext, 'fields'>): ScalarField =>
  cell(
    'field',
    text('Lĩnh vực', 'Field'),
    choice(
      fields.map(({ code, name }) => ({ value: code, label: name })),
      'list',
    ),
  );

const list = (add: Text, item: readonly ScalarField[]): Shape<ListField> => ({ type: 'list', add, maximum: 10, item });

const bound = (use: Use, shape: Bound['shape'], ...readAs: readonly string[]): Bound => ({ use, readAs, shape });

/** Every question whose answer the service knows how to read. */
const BOUND = {
  directives: bound('free', ({ directives }) => ({
    type: 'list',
    maximum: directives.length,
    given: 'directives',
    add: text('Thêm', 'Add'),
    item: [
      cell('directiveId', text('Yêu cầu', 'Directive'), words(200), true),
      cell(
        'state',
        text('Kết quả', 'Result'),
        choice([
          option('done', 'Đã làm', 'Done'),
          option('in_progress', 'Đang làm', 'In progress'),
          option('not_done', 'Chưa', 'Not yet'),
        ]),
        true,
      ),
      cell('note', text('Ghi chú', 'Note'), words(500)),
    ],
  })),
  meetingKind: bound(
    'always',
    choice(MEETING_KINDS.map((value) => ({ value, label: headTerm(MEETING_KIND_TERMS[value]) }))),
    'meetingKind',
  ),
  date: bound('always', { type: 'date' }),
  startedAt: bound('always', { type: 'time' }, 'minutes', 'minutes_short', 'duration'),
  endedAt: bound('always', { type: 'time' }, 'minutes', 'minutes_short', 'duration'),
  place: bound('always', words(200)),
  standingInFor: bound('free', words(200)),
  membersTotal: bound('always', count(1), 'attendance', 'members'),
  membersOfficial: bound('free', count()),
  membersProbationary: bound('free', count()),
  membersTemporary: bound('free', count()),
  exempted: bound('always', count(), 'attendance'),
  onSpecialDuty: bound('always', count(), 'attendance'),
  present: bound('always', count(1), 'attendance', 'speaking'),
  absentExcused: bound('free', count()),
  absentUnexcused: bound('always', count(), 'absent_unexcused'),
  longExcused: bound('rubric', choice(YES_NO), 'longExcused'),
  secretaryAlone: bound('rubric', choice(YES_NO), 'secretaryAlone'),
  notice: bound(
    'always',
    choice([
      option('members_and_superior', 'Đảng viên và cấp trên', 'Members and superior'),
      option('members_only', 'Chỉ đảng viên', 'Members only'),
      option('none', 'Không', 'None'),
    ]),
    'notice',
  ),
  materials: bound(
    'always',
    choice([
      option('a_day_before', 'Trước từ 1 ngày', 'A day before'),
      option('later', 'Muộn hơn', 'Later'),
      option('none', 'Không gửi', 'Not sent'),
    ]),
    'materials',
  ),
  speakers: bound('always', count(), 'speaking'),
  opinions: bound('free', count(), 'opinions'),
  targetsSet: bound('rubric', count(1, 500), 'targets'),
  targetsMet: bound('rubric', count(0, 500), 'targets'),
  minutesUpload: bound(
    'rubric',
    choice([
      option('within_two_days', 'Trong 2 ngày', 'Within two days'),
      option('late', 'Muộn hơn', 'Later'),
      option('not_due', 'Chưa đến hạn', 'Not yet due'),
    ]),
    'minutesUpload',
  ),
  strengths: bound('free', (context) => list(text('Thêm ưu điểm', 'Add a strength'), [noticed, fieldOfWork(context)])),
  goodPractices: bound('free', (context) =>
    list(text('Thêm cách làm hay', 'Add a good practice'), [noticed, fieldOfWork(context)]),
  ),
  shortcomings: bound('free', (context) =>
    list(text('Thêm hạn chế', 'Add a shortcoming'), [noticed, fieldOfWork(context), cause]),
  ),
  reflections: bound('free', (context) =>
    list(text('Thêm phản ánh', 'Add a reflection'), [
      noticed,
      fieldOfWork(context),
      cell(
        'answered',
        text('Đã trả lời tại chỗ', 'Answered on the spot'),
        choice([option('on_the_spot', 'Tại chỗ', 'On the spot'), option('later', 'Chưa trả lời', 'Not yet')]),
        true,
      ),
      cell(
        'authority',
        text('Đề nghị nơi trả lời', 'Proposed authority'),
        words(200),
        false,
        text('Ví dụ: Ủy ban nhân dân phường.', 'For example the ward’s People’s Committee.'),
      ),
    ]),
  ),
  vacancies: bound(
    'free',
    list(text('Thêm chức danh', 'Add a seat'), [
      cell('seat', text('Chức danh', 'Seat'), words(100), true),
      cell('reason', text('Lý do', 'Reason'), words(500)),
    ]),
  ),
  recommendations: bound('free', words(2_000, 'many')),
  attachments: bound(
    'free',
    list(text('Thêm tài liệu', 'Add a paper'), [
      cell('title', text('Tên tài liệu', 'Title'), words(200), true),
      cell('place', text('Số, ký hiệu hoặc nơi lưu', 'Number, symbol or where it is kept'), words(500)),
    ]),
  ),
} as const satisfies Readonly<Record<string, Bound>>;

export type BoundName = keyof typeof BOUND;
export const BOUND_NAMES = Object.keys(BOUND) as BoundName[];

/** Whether every form asks it and wants an answer. */
export function isAlwaysAsked(name: BoundName): boolean {
  return BOUND[name].use === 'always';
}

/** Whether it is asked only where the rubric reads it. */
export function servesRubricOnly(name: BoundName): boolean {
  return BOUND[name].use === 'rubric';
}

/** The figures and facts of rubrics that an answer feeds. */
export function readAs(name: BoundName): readonly string[] {
  return BOUND[name].readAs;
}

/** Questions without which a rubric that reads these figures and facts gives no points. */
export function neededBy(read: ReadonlySet<string>): BoundName[] {
  return BOUND_NAMES.filter((name) => isAlwaysAsked(name) || BOUND[name].readAs.some((each) => read.has(each)));
}

/** The field of such a question, without its words. */
export function shapeOf(name: BoundName, context: Pick<VisitContext, 'fields' | 'directives'>): Shape {
  const { shape }: Bound = BOUND[name];
  return typeof shape === 'function' ? shape(context) : shape;
}
