import { day } from '../../../../kernel/written-day.ts';
import type { FormTemplate, TemplateOption, TemplateSection } from '../form-template.ts';
import type { Text } from '../text.ts';
import { standardForm } from './standard-form.ts';

const text = (vi: string, en: string): Text => ({ vi, en });
const option = (value: string, vi: string, en: string): TemplateOption => ({ value, label: text(vi, en) });

const HOW_WELL = [
  option('well', 'Tốt', 'Well'),
  option('partly', 'Một phần', 'In part'),
  option('poorly', 'Chưa', 'Not yet'),
];

/** What a supervision looks at besides the meeting itself. */
const records: TemplateSection = {
  id: 'records',
  title: text('Hồ sơ đã xem', 'Records that were looked at'),
  help: text(
    'Xem hồ sơ của các kỳ gần đây, không chỉ của buổi này.',
    'Look at those of the last meetings, not of this one alone.',
  ),
  questions: [
    {
      id: 'records_seen',
      type: 'multiple',
      label: text('Đã xem', 'Seen'),
      required: true,
      options: [
        option('resolutions', 'Nghị quyết các kỳ', 'Resolutions'),
        option('minutes', 'Sổ biên bản', 'Book of minutes'),
        option('attendance', 'Sổ theo dõi dự sinh hoạt', 'Register of attendance'),
        option('plans', 'Kế hoạch, chương trình', 'Plans and programmes'),
        option('self_criticism', 'Hồ sơ kiểm điểm', 'Records of self-criticism'),
      ],
    },
    {
      id: 'months_looked_at',
      type: 'number',
      label: text('Số kỳ đã xem hồ sơ', 'Meetings whose records were seen'),
      required: true,
      minimum: 0,
      maximum: 24,
      decimals: 0,
    },
    {
      id: 'records_complete',
      type: 'choice',
      label: text('Hồ sơ đầy đủ, khớp với thực tế', 'Complete, and as things were'),
      required: true,
      options: HOW_WELL,
    },
    {
      id: 'records_lacking',
      type: 'text',
      label: text('Còn thiếu, chưa khớp', 'What is missing or differs'),
      required: true,
      lines: 'many',
      maximum: 1_000,
      askedWhen: { not: { answer: 'records_complete', in: ['well'] } },
    },
  ],
};

const follow: TemplateSection = {
  id: 'carried_out',
  title: text('Thực hiện nghị quyết và chuyên đề', 'How resolutions and themes are carried out'),
  questions: [
    {
      id: 'tasks',
      type: 'table',
      label: text('Việc nghị quyết đã giao', 'Tasks that were given'),
      maximum: 20,
      columns: [
        { id: 'task', type: 'text', label: text('Việc', 'Task'), required: true, lines: 'one', maximum: 200 },
        { id: 'due', type: 'date', label: text('Hạn', 'Due') },
        {
          id: 'state',
          type: 'choice',
          label: text('Kết quả', 'Result'),
          required: true,
          options: [
            option('done', 'Đã làm', 'Done'),
            option('in_progress', 'Đang làm', 'In progress'),
            option('not_done', 'Chưa', 'Not yet'),
          ],
        },
      ],
    },
    {
      id: 'theme_chosen',
      type: 'choice',
      label: text('Chuyên đề phù hợp với chi bộ', 'The theme fits the branch'),
      required: true,
      options: HOW_WELL,
    },
    {
      id: 'criticism',
      type: 'choice',
      label: text('Tự phê bình và phê bình thẳng thắn, cụ thể', 'Criticism is frank and says what is meant'),
      required: true,
      options: HOW_WELL,
    },
    {
      id: 'talked_to',
      type: 'number',
      label: text('Số đảng viên đã trao đổi riêng', 'Members who were talked to'),
      help: text('Chỉ đếm, không ghi tên.', 'Counted only, without names.'),
      minimum: 0,
      maximum: 200,
      decimals: 0,
    },
    {
      id: 'conclusion',
      type: 'text',
      label: text('Kết luận giám sát', 'Conclusion of the supervision'),
      required: true,
      lines: 'many',
      maximum: 3_000,
    },
  ],
};

/** The form of a targeted supervision: the standard one, and what it looks at more closely. */
export const supervisionForm: FormTemplate = {
  ...standardForm,
  id: 'supervision',
  version: 1,
  effectiveFrom: day('2000-01-01'),
  purpose: 'targeted',
  title: text('Phiếu giám sát chuyên đề', 'The form of a targeted supervision'),
  sections: standardForm.sections.flatMap((section) =>
    section.id === 'recommendations' ? [records, follow, section] : [section],
  ),
};
