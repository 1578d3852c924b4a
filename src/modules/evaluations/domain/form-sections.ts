import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import { headTerm, MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';
import type {
  ChoiceField,
  CountField,
  FieldSpec,
  ListField,
  Option,
  ScalarField,
  Section,
  TextField,
  VisitContext,
} from './form-model.ts';
import type { Text } from './text.ts';

const MOST_MEMBERS = 2_000;

const text = (vi: string, en: string): Text => ({ vi, en });

function countOf(
  name: string,
  label: Text,
  more: Partial<Pick<CountField, 'required' | 'minimum' | 'maximum' | 'help'>> = {},
): CountField {
  return { type: 'count', path: [name], label, required: true, minimum: 0, maximum: MOST_MEMBERS, ...more };
}

function words(
  name: string,
  label: Text,
  more: Partial<Pick<TextField, 'required' | 'lines' | 'maximum' | 'help'>> = {},
): TextField {
  return { type: 'text', path: [name], label, required: false, lines: 'one', maximum: 200, ...more };
}

function choice(
  name: string,
  label: Text,
  options: readonly Option[],
  more: Partial<Pick<ChoiceField, 'required' | 'look' | 'help'>> = {},
): ChoiceField {
  return { type: 'choice', path: [name], label, required: true, options, look: 'segments', ...more };
}

function option(value: string, vi: string, en: string): Option {
  return { value, label: text(vi, en) };
}

const YES_NO = [option('yes', 'Có', 'Yes'), option('no', 'Không', 'No')];

/**
 * The form's own questions; those of the rubric are added to the sections that it names. `used` lists the figures and
 * fields that the rubric reads: questions that serve only a rubric are asked only where it reads them.
 */
export function factSections(
  { fields, directives }: Pick<VisitContext, 'fields' | 'directives'>,
  used: ReadonlySet<string>,
): Section[] {
  const fieldOfWork = choice(
    'field',
    text('Lĩnh vực', 'Field'),
    fields.map((field) => ({ value: field.code, label: field.name })),
    { required: false, look: 'list' },
  );
  const servesRubric: Readonly<Record<string, string>> = {
    longExcused: 'longExcused',
    secretaryAlone: 'secretaryAlone',
    targetsSet: 'targets',
    targetsMet: 'targets',
    minutesUpload: 'minutesUpload',
  };
  const asked = (section: Section): Section => ({
    ...section,
    fields: section.fields.filter((field) => {
      const name = servesRubric[field.path[0] ?? ''];
      return name === undefined || used.has(name);
    }),
  });
  return [
    lastMonth(directives.length),
    meeting,
    asked(attendance),
    asked(preparation),
    conduct,
    asked(targets),
    asked(closing),
    observed(fieldOfWork),
    shortcomings(fieldOfWork),
    reflections(fieldOfWork),
    vacancies,
    ending,
  ];
}

function lastMonth(count: number): Section {
  const directives: ListField = {
    type: 'list',
    path: ['directives'],
    label: text('Yêu cầu của tháng trước', 'Last month’s directives'),
    required: false,
    maximum: count,
    given: 'directives',
    add: text('Thêm', 'Add'),
    item: [
      words('directiveId', text('Yêu cầu', 'Directive'), { required: true }),
      choice('state', text('Kết quả', 'Result'), [
        option('done', 'Đã làm', 'Done'),
        option('in_progress', 'Đang làm', 'In progress'),
        option('not_done', 'Chưa', 'Not yet'),
      ]),
      words('note', text('Ghi chú', 'Note'), { maximum: 500 }),
    ],
  };
  return {
    id: 'last_month',
    title: text('Tháng trước đã yêu cầu', 'Asked last month'),
    fields: count > 0 ? [directives] : [],
  };
}

const meeting: Section = {
  id: 'meeting',
  title: text('Buổi sinh hoạt', 'The meeting'),
  fields: [
    choice(
      'meetingKind',
      text('Loại sinh hoạt', 'Kind'),
      MEETING_KINDS.map((value) => ({ value, label: headTerm(MEETING_KIND_TERMS[value]) })),
    ),
    { type: 'date', path: ['date'], label: text('Ngày', 'Day'), required: true },
    { type: 'time', path: ['startedAt'], label: text('Bắt đầu thực tế', 'Really began'), required: true },
    { type: 'time', path: ['endedAt'], label: text('Kết thúc thực tế', 'Really ended'), required: true },
    words('place', text('Nơi họp', 'Place'), { required: true }),
    words('standingInFor', text('Dự thay cho', 'Standing in for'), {
      help: text('Chỉ ghi khi dự thay người được phân công.', 'Only if you went in place of the person assigned.'),
    }),
  ],
};

const attendance: Section = {
  id: 'attendance',
  title: text('Dự họp', 'Attendance'),
  fields: [
    countOf('membersTotal', text('Tổng số đảng viên', 'Members'), {
      minimum: 1,
      help: text(
        'Chính thức và dự bị; không tính đảng viên sinh hoạt tạm thời.',
        'Official and probationary, without temporary members.',
      ),
    }),
    countOf('membersOfficial', text('Chính thức', 'Official'), { required: false }),
    countOf('membersProbationary', text('Dự bị', 'Probationary'), { required: false }),
    countOf('membersTemporary', text('Sinh hoạt tạm thời', 'Temporary'), {
      required: false,
      help: text('Đếm riêng, không tính vào tỷ lệ dự họp.', 'Counted apart, not part of the attendance share.'),
    }),
    countOf('exempted', text('Được miễn sinh hoạt', 'Exempted')),
    countOf('onSpecialDuty', text('Lực lượng vũ trang làm nhiệm vụ đặc biệt', 'Armed forces on special duty')),
    countOf('present', text('Có mặt', 'Present'), { minimum: 1 }),
    countOf('absentExcused', text('Vắng có lý do', 'Absent, excused'), {
      required: false,
      help: text('Bỏ trống thì phiếu tự tính.', 'Left empty, the form works it out.'),
    }),
    countOf('absentUnexcused', text('Vắng không lý do', 'Absent, unexcused')),
    choice(
      'longExcused',
      text('Có đảng viên vắng có lý do quá 3 kỳ liên tiếp', 'Somebody excused more than three times in a row'),
      YES_NO,
      { help: text('Chỉ cần biết có hay không, không ghi tên.', 'Only whether; no names.') },
    ),
  ],
};

const preparation: Section = {
  id: 'preparation',
  title: text('Chuẩn bị', 'Preparation'),
  fields: [
    choice(
      'secretaryAlone',
      text('Chi bộ chỉ có bí thư, không có chi ủy', 'The secretary is alone, without a committee'),
      YES_NO,
    ),
    choice('notice', text('Thông báo thời gian, địa điểm, nội dung', 'Notice of time, place and agenda'), [
      option('members_and_superior', 'Đảng viên và cấp trên', 'Members and superior'),
      option('members_only', 'Chỉ đảng viên', 'Members only'),
      option('none', 'Không', 'None'),
    ]),
    choice('materials', text('Gửi tài liệu', 'Materials'), [
      option('a_day_before', 'Trước từ 1 ngày', 'A day before'),
      option('later', 'Muộn hơn', 'Later'),
      option('none', 'Không gửi', 'Not sent'),
    ]),
  ],
};

const conduct: Section = {
  id: 'conduct',
  title: text('Tiến hành', 'Conduct'),
  fields: [
    countOf('speakers', text('Số đảng viên phát biểu', 'Members who spoke'), {
      help: text('Mỗi người tính một lần.', 'Each person once.'),
    }),
    countOf('opinions', text('Số lượt ý kiến', 'Opinions'), { required: false }),
  ],
};

const targets: Section = {
  id: 'targets',
  title: text('Kết quả thực hiện nghị quyết', 'Results of the resolution'),
  fields: [
    countOf('targetsSet', text('Chỉ tiêu, nhiệm vụ tháng trước đã đề ra', 'Targets set last month'), {
      minimum: 1,
      maximum: 500,
    }),
    countOf('targetsMet', text('Đã đạt', 'Met'), { maximum: 500 }),
  ],
};

const closing: Section = {
  id: 'closing',
  title: text('Kết thúc', 'Closing'),
  fields: [
    choice('minutesUpload', text('Cập nhật biên bản', 'Minutes uploaded'), [
      option('within_two_days', 'Trong 2 ngày', 'Within two days'),
      option('late', 'Muộn hơn', 'Later'),
      option('not_due', 'Chưa đến hạn', 'Not yet due'),
    ]),
  ],
};

function observations(name: string, label: Text, add: Text, item: readonly ScalarField[]): ListField {
  return { type: 'list', path: [name], label, add, required: false, maximum: 10, item };
}

const noticed = words('text', text('Nội dung', 'What'), { required: true, lines: 'many', maximum: 1_000 });

function observed(fieldOfWork: ChoiceField): Section {
  const good = text('Mô hình, cách làm hay', 'Good practice');
  return {
    id: 'strengths',
    title: text('Ưu điểm, cách làm hay', 'Strengths and good practice'),
    fields: [
      observations('strengths', text('Ưu điểm', 'Strengths'), text('Thêm ưu điểm', 'Add a strength'), [
        noticed,
        fieldOfWork,
      ]),
      observations('goodPractices', good, text('Thêm cách làm hay', 'Add a good practice'), [noticed, fieldOfWork]),
    ],
  };
}

function shortcomings(fieldOfWork: ChoiceField): Section {
  const cause = words('cause', text('Nguyên nhân', 'Cause'), { lines: 'many', maximum: 500 });
  const label = text('Hạn chế', 'Shortcomings');
  const fields: FieldSpec[] = [
    observations('shortcomings', label, text('Thêm hạn chế', 'Add a shortcoming'), [noticed, fieldOfWork, cause]),
  ];
  return { id: 'shortcomings', title: label, fields };
}

function reflections(fieldOfWork: ChoiceField): Section {
  const title = text('Phản ánh, kiến nghị', 'Reflections');
  const answered = choice('answered', text('Đã trả lời tại chỗ', 'Answered on the spot'), [
    option('on_the_spot', 'Tại chỗ', 'On the spot'),
    option('later', 'Chưa trả lời', 'Not yet'),
  ]);
  const authority = words('authority', text('Đề nghị nơi trả lời', 'Proposed authority'), {
    help: text('Ví dụ: Ủy ban nhân dân phường.', 'For example the ward’s People’s Committee.'),
  });
  const item = [noticed, fieldOfWork, answered, authority];
  return {
    id: 'reflections',
    title,
    help: text(
      'Ghi nội dung, không ghi tên người phản ánh. Đơn tố cáo gửi theo đường riêng.',
      'What was said, never by whom. Reports of misconduct go their own way.',
    ),
    fields: [observations('reflections', title, text('Thêm phản ánh', 'Add a reflection'), item)],
  };
}

const vacancies: Section = {
  id: 'vacancies',
  title: text('Cấp ủy khuyết', 'Vacant seats'),
  fields: [
    observations('vacancies', text('Chức danh còn khuyết', 'Vacant seats'), text('Thêm chức danh', 'Add a seat'), [
      words('seat', text('Chức danh', 'Seat'), { required: true, maximum: 100 }),
      words('reason', text('Lý do', 'Reason'), { maximum: 500 }),
    ]),
  ],
};

const ending: Section = {
  id: 'recommendations',
  title: text('Đề xuất', 'Recommendations'),
  fields: [
    words('recommendations', text('Đề xuất, kiến nghị của người dự', 'The observer’s recommendations'), {
      lines: 'many',
      maximum: 2_000,
    }),
    observations('attachments', text('Tài liệu kèm theo', 'Attachments'), text('Thêm tài liệu', 'Add a paper'), [
      words('title', text('Tên tài liệu', 'Title'), { required: true }),
      words('place', text('Số, ký hiệu hoặc nơi lưu', 'Number, symbol or where it is kept'), { maximum: 500 }),
    ]),
  ],
};
