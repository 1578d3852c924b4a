import type { Band, Case, ChoiceScoring, Condition, Criterion, PointsScoring } from '../rubric.ts';
import type { Text } from '../text.ts';

/* Short forms in which the sample rubrics are written down. */

export const text = (vi: string, en: string): Text => ({ vi, en });

export const yesNo = (points: number, yes: Text, no: Text): ChoiceScoring => ({
  by: 'choice',
  options: [
    { value: 'yes', points, text: yes },
    { value: 'no', points: 0, text: no },
  ],
});

export const degree = (full: number, part: number): ChoiceScoring => ({
  by: 'choice',
  options: [
    { value: 'full', points: full, text: text('Tốt', 'Well done') },
    { value: 'part', points: part, text: text('Có nhưng chưa đầy đủ', 'In part') },
    { value: 'none', points: 0, text: text('Chưa thực hiện', 'Not done') },
  ],
});

export const band = (bounds: Omit<Band, 'points' | 'text'>, points: number, vi: string, en: string): Band => ({
  ...bounds,
  points,
  text: text(vi, en),
});

export const given = (when: Condition, points: number, vi: string, en: string): Case => ({
  when,
  points,
  text: text(vi, en),
});

export const byPoints = (step: number): PointsScoring => ({ by: 'points', step });

export const criterion = (
  id: string,
  title: Text,
  maximum: number,
  scoring: Criterion['scoring'],
  more: Partial<Criterion> = {},
): Criterion => ({ id, title, maximum, scoring, ...more });
