import { formatDate, formatNumber } from '../../kernel/format.ts';
import type { Day, Month } from '../../kernel/month.ts';
import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { headTerm, MEETING_KIND_TERMS } from '../../kernel/vocabulary.ts';
import {
  headOf,
  type Letterhead,
  type OfficialDocument,
  recipientsOf,
  type TableRow,
} from '../../modules/documents/index.ts';
import type {
  EvaluationForm,
  FieldSpec,
  ListField,
  OpenedForm,
  Rubric,
  ScalarField,
} from '../../modules/evaluations/index.ts';

const DOTS = '…'.repeat(5);
/** As many as stand on one line of the column to write in; more would leave half a line. */
const LINE_LENGTH = 20;
const LINE = '…'.repeat(LINE_LENGTH);
/** The width of a letter, counted in dots. */
const LETTER = 0.46;
const SHORTEST_REST = 4;
/** Observations for which there is room; who has more writes on the back. */
const ROOM = 3;
const MOST_BOXES = 6;

/** A form on paper for who went without a visit in the plan, or before it is known: its head is filled in by hand too. */
export function blankFormOfNoVisit(
  form: EvaluationForm,
  rubric: Rubric,
  letterhead: Letterhead,
  today: Day,
): OfficialDocument {
  return paperForm(form, letterhead, {
    day: today,
    abstract: `Chi bộ: ${'…'.repeat(26)}`,
    when: `Tổ chức cơ sở đảng: ${'…'.repeat(20)}`,
    use: `Dùng khi người dự chưa có lượt dự trong kế hoạch. Ban chủ trì ghi lượt dự ngoài kế hoạch trên hệ thống trước, sau đó phiếu được chép vào lượt dự đó; phiếu trên hệ thống mới được tính. Câu hỏi và điểm theo “${rubric.title.vi}”. Không ghi tên người dân hay đảng viên.`,
  });
}

/** The form of a visit on paper, for who writes by hand: its head filled in, its questions in the order of the screens. */
export function blankForm({ facts, form }: OpenedForm, letterhead: Letterhead): OfficialDocument {
  const { branch, organisation, planned, endsAt, month, lastCounts } = facts;
  const where = organisation === branch || organisation === '' ? branch : `${branch} (${organisation})`;
  const members = lastCounts?.membersTotal;
  return paperForm(form, letterhead, {
    day: month,
    abstract: where,
    when: `Theo lịch: ngày ${formatDate('vi', planned.day)}, ${planned.startsAt}–${endsAt}, ${kindName(planned.kind)}${planned.place === '' ? '' : `, tại ${planned.place}`}.${members === undefined ? '' : ` Số đảng viên đã biết: ${members}.`}`,
    use: 'Ghi tại buổi họp, sau đó chép vào phiếu trên hệ thống; phiếu trên hệ thống mới được tính. Không ghi tên người dân hay đảng viên.',
  });
}

interface PaperHead {
  readonly day: Day | Month;
  readonly abstract: string;
  readonly when: string;
  /** What the paper is for, and what becomes of it. */
  readonly use: string;
}

function paperForm(
  form: EvaluationForm,
  letterhead: Letterhead,
  { day, abstract, when, use }: PaperHead,
): OfficialDocument {
  return {
    head: headOf(letterhead, { kind: 'none' }, day),
    typeName: 'Phiếu dự sinh hoạt chi bộ',
    abstract,
    body: [
      { kind: 'paragraph', text: when },
      { kind: 'paragraph', text: use },
      {
        kind: 'table',
        whenEmpty: '',
        columns: [
          { header: 'Nội dung', width: 46 },
          { header: 'Ghi', width: 54 },
        ],
        rows: form.sections.flatMap(({ title, fields }): TableRow[] => [
          { kind: 'heading', text: title.vi },
          ...fields.flatMap(rowsOf),
        ]),
      },
    ],
    signature: { position: 'Người dự', name: '' },
    recipients: recipientsOf(letterhead, 'Người dự'),
  };
}

function rowsOf(field: FieldSpec): TableRow[] {
  if (field.type !== 'list') return [{ kind: 'cells', cells: [questionOf(field), roomFor(field)] }];
  const room = Array.from({ length: Math.min(ROOM, field.maximum) }, (_, index) => index + 1);
  return room.map((number) => ({ kind: 'cells', cells: [`${field.label.vi} ${number}`, itemRoom(field)] }));
}

/** What is left of a line beside the name of what is to be written. */
function restBeside(label: string): string {
  return '…'.repeat(Math.max(SHORTEST_REST, LINE_LENGTH - Math.ceil((label.length + 2) * LETTER)));
}

function itemRoom({ item }: ListField): string {
  return item
    .map((each, index) => {
      if (each.type === 'choice')
        return `${each.label.vi}: ${each.options.length > MOST_BOXES ? restBeside(each.label.vi) : roomFor(each)}`;
      return index === 0
        ? `${each.label.vi}: ${restBeside(each.label.vi)}\n${LINE}`
        : `${each.label.vi}: ${restBeside(each.label.vi)}`;
    })
    .join('\n');
}

function questionOf(field: ScalarField): string {
  const kinds = kindsAsked(field);
  const note = kinds === null ? '' : ` (${kinds.map(kindName).join(', ')})`;
  return `${field.label.vi}${note}`;
}

/** The kinds of meeting in which alone it is asked; null where it is asked in all, or by something else. */
function kindsAsked({ askedWhen }: ScalarField): MeetingKind[] | null {
  const parts = askedWhen && 'all' in askedWhen ? askedWhen.all : askedWhen ? [askedWhen] : [];
  for (const part of parts) {
    if ('field' in part && part.field === 'meetingKind') return MEETING_KINDS.filter((kind) => part.in.includes(kind));
  }
  return null;
}

function roomFor(field: ScalarField): string {
  switch (field.type) {
    case 'choice':
      // A long list is written in words. A box stays on the line of its word.
      return field.options.length > MOST_BOXES
        ? LINE
        : field.options.map(({ label }) => `□\u00a0${label.vi}`).join('   ');
    case 'points':
      return `${DOTS} / ${formatNumber('vi', field.maximum)}`;
    case 'time':
      return '…… giờ ……';
    case 'date':
      return '…… / …… / ………';
    case 'multiple':
      return field.options.map(({ label }) => `□\u00a0${label.vi}`).join('   ');
    case 'count':
    case 'number':
      return DOTS;
    case 'text':
      return field.lines === 'many' ? [LINE, LINE, LINE].join('\n') : LINE;
  }
}

function kindName(kind: MeetingKind): string {
  return headTerm(MEETING_KIND_TERMS[kind]).vi.toLowerCase();
}
