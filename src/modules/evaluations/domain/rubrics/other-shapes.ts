import { day } from '../../../../kernel/month.ts';
import type { Rubric } from '../rubric.ts';
import { rubric42Hd } from './rubric-42-hd.ts';

/*
 * Two tiny rubrics of other shapes that are in use: one whose best rating has gates, one with separate sheets for
 * regular and thematic meetings. They hold the language of rubrics open; no committee is measured by them.
 */

const same = (text: string) => ({ vi: text, en: text });

const [good, fair, average, poor] = ['good', 'fair', 'average', 'poor'];

export const gatedRubric: Rubric = {
  ...rubric42Hd,
  id: 'gated',
  effectiveFrom: day('2020-01-01'),
  sheets: rubric42Hd.sheets.map((sheet) => ({
    ...sheet,
    gates: [
      {
        id: 'maxima',
        rating: good,
        full: ['attendance', 'duration', 'speaking', 'minutes_book'],
        otherwise: fair,
        text: same('Tốt also needs the maximum on attendance, duration, speakers and minutes'),
      },
      {
        id: 'unexcused',
        rating: fair,
        full: [],
        condition: { indicator: 'absent_unexcused', is: '<=', value: 2 },
        otherwise: average,
        text: same('Khá bears no more than two unexcused absences'),
      },
    ],
  })),
  yearly: [
    { rating: good, ways: [{ noneBelow: fair, months: { rating: good, atLeast: 7 } }] },
    { rating: fair, ways: [{ averageFrom: 70 }] },
    { rating: average, ways: [{ averageFrom: 50 }] },
    { rating: poor, ways: [{}] },
  ],
};

const ratings = [
  { id: good, from: 9, text: same('Tốt') },
  { id: fair, from: 7, text: same('Khá') },
  { id: average, from: 5, text: same('Trung bình') },
  { id: poor, from: 0, text: same('Kém') },
];

export const twoSheetRubric: Rubric = {
  ...rubric42Hd,
  id: 'two-sheets',
  effectiveFrom: day('2020-01-01'),
  policy: { ...rubric42Hd.policy, attendanceFormula: 'entitled_less_excused', unreachablePoints: 'leave' },
  sheets: [
    {
      id: 'regular',
      title: same('Thường kỳ'),
      kinds: ['regular', 'combined'],
      maximum: 10,
      ratings,
      caps: [],
      gates: [],
      groups: [
        {
          id: 'attendance',
          title: same('Dự họp'),
          criteria: [
            {
              id: 'attendance',
              title: same('Dự họp'),
              maximum: 4,
              scoring: {
                by: 'cases',
                indicator: 'attendance',
                cases: [
                  { when: { indicator: 'attendance', is: '>=', value: '87.5%' }, points: 4, text: same('≥ 87,5%') },
                ],
                otherwise: { points: 2.5, text: same('< 87,5%') },
              },
            },
          ],
        },
        {
          id: 'content',
          title: same('Nội dung'),
          criteria: [
            { id: 'regular_content', title: same('Nội dung'), maximum: 6, scoring: { by: 'points', step: 0.25 } },
          ],
        },
      ],
    },
    {
      id: 'thematic',
      title: same('Chuyên đề'),
      kinds: ['thematic'],
      maximum: 10,
      ratings,
      caps: [],
      gates: [],
      groups: [
        {
          id: 'content',
          title: same('Nội dung'),
          criteria: [
            { id: 'thematic_content', title: same('Chuyên đề'), maximum: 10, scoring: { by: 'points', step: 0.25 } },
          ],
        },
      ],
    },
  ],
};
