import { month } from '../../../../kernel/month.ts';
import type { FormTemplate } from '../form-template.ts';
import type { Text } from '../text.ts';
import { standardForm } from './standard-form.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

/** A quarter's theme beside the standard questions; who copies it sets the quarter and the questions. */
const quarterForm: FormTemplate = {
  ...standardForm,
  id: 'quarter-theme',
  title: text('Phiếu có câu hỏi chuyên đề của quý', 'A form with the questions of a quarter’s theme'),
  source: text('Ví dụ để chép, chưa phải mẫu do cấp ủy ban hành.', 'An example to copy, not issued by a committee.'),
  sections: standardForm.sections.flatMap((section) =>
    section.id === 'strengths'
      ? [
          {
            id: 'theme',
            title: text(
              'Chuyên đề của quý: khu phố sạch, không xả rác',
              'Theme of the quarter: a clean quarter, no litter',
            ),
            help: text('Chỉ hỏi trong các tháng của quý.', 'Asked in the months of the quarter only.'),
            from: month('2027-01'),
            upTo: month('2027-03'),
            questions: [
              {
                id: 'theme_discussed',
                type: 'choice' as const,
                label: text('Chi bộ đã bàn chuyên đề', 'The branch discussed the theme'),
                required: true,
                options: [
                  { value: 'yes', label: text('Có', 'Yes') },
                  { value: 'no', label: text('Chưa', 'Not yet') },
                ],
              },
              {
                id: 'theme_households',
                type: 'number' as const,
                label: text('Số hộ đã ký cam kết', 'Households that committed themselves'),
                required: true,
                minimum: 0,
                maximum: 10_000,
                decimals: 0 as const,
                askedWhen: { answer: 'theme_discussed', in: ['yes'] },
              },
              {
                id: 'theme_means',
                type: 'multiple' as const,
                label: text('Cách làm', 'By what means'),
                options: [
                  { value: 'posters', label: text('Niêm yết, tuyên truyền', 'Posters and talks') },
                  { value: 'patrol', label: text('Tổ tự quản nhắc nhở', 'Patrols that remind') },
                  { value: 'cleaning', label: text('Ra quân dọn vệ sinh', 'Joint cleaning') },
                ],
                askedWhen: { answer: 'theme_discussed', in: ['yes'] },
              },
              {
                id: 'theme_obstacles',
                type: 'text' as const,
                label: text('Khó khăn, kiến nghị về chuyên đề', 'Obstacles and wishes'),
                lines: 'many' as const,
                maximum: 1_000,
              },
            ],
          },
          section,
        ]
      : [section],
  ),
};

/** What the service brings to copy from; none of them is used before a committee publishes a copy. */
export const SAMPLE_TEMPLATES: readonly FormTemplate[] = [quarterForm];
