import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import type { PolicyField } from '../../policies/index.ts';

/** What a committee decides about scoring, in the order of its page; criteria and points are part of the rubric. */
export const SCORING_FIELDS: readonly PolicyField[] = [
  {
    kind: 'choice',
    key: 'unreachablePoints',
    group: 'points',
    path: ['unreachablePoints'],
    options: ['rescale', 'grant', 'leave'],
  },
  {
    kind: 'choice',
    key: 'notYetDue',
    group: 'points',
    path: ['notYetDue'],
    options: ['grant', 'leave_out'],
  },
  {
    kind: 'choice',
    key: 'exactlyHalfSpeaking',
    group: 'points',
    path: ['exactlyHalfSpeaking'],
    options: ['lower', 'upper'],
  },
  {
    kind: 'choice',
    key: 'attendanceFormula',
    group: 'points',
    path: ['attendanceFormula'],
    options: ['entitled', 'entitled_less_excused'],
  },
  ...MEETING_KINDS.map((kind): PolicyField => ({
    kind: 'whole',
    key: `requiredMinutes.${kind}`,
    group: 'length',
    path: ['requiredMinutes', kind],
    least: 15,
    most: 480,
    unit: 'minutes',
  })),
  {
    kind: 'whole',
    key: 'smallBelow',
    group: 'length',
    path: ['smallBelow'],
    least: 2,
    most: 100,
    unit: 'members',
    isOptional: true,
  },
  {
    kind: 'whole',
    key: 'smallMinutes',
    group: 'length',
    path: ['smallMinutes'],
    least: 15,
    most: 480,
    unit: 'minutes',
  },
];
