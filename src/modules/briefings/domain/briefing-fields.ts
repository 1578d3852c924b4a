import type { PolicyField } from '../../policies/index.ts';
import { SEVERITY_FOR_LEADERS } from './briefing-policy.ts';

const shown = (name: string): PolicyField => ({
  kind: 'whole',
  key: `shown.${name}`,
  group: 'shown',
  path: ['shown', name],
  least: 1,
  most: 50,
  unit: 'lines',
});

/** What a committee decides about its briefing, in the order of its page. */
export const BRIEFING_FIELDS: readonly PolicyField[] = [
  {
    kind: 'whole',
    key: 'attendanceTargetPercent',
    group: 'target',
    path: ['attendanceTargetPercent'],
    least: 1,
    most: 100,
    unit: 'percent',
  },
  { kind: 'whole', key: 'signsNeeded', group: 'signs', path: ['signsNeeded'], least: 1, most: 6, unit: 'signs' },
  {
    kind: 'choice',
    key: 'ratingFrom',
    group: 'signs',
    path: ['signs', 'ratingFrom'],
    options: ['fair', 'average', 'poor'],
    isOptional: true,
  },
  sign('attendanceBelow', 100, 'percent'),
  sign('unexcusedFrom', 100, 'members'),
  sign('directivesNotDoneFrom', 20, 'lines'),
  sign('totalFellBy', 100, 'points'),
  sign('selfScoreAboveBy', 100, 'points'),
  ...['fields', 'perField', 'goodPractices', 'causes', 'attention', 'reflections', 'recommendations', 'places'].map(
    shown,
  ),
  {
    kind: 'choice',
    key: 'severityForLeaders',
    group: 'leaders',
    path: ['severityForLeaders'],
    options: [...SEVERITY_FOR_LEADERS],
  },
];

function sign(name: string, most: number, unit: 'percent' | 'members' | 'lines' | 'points'): PolicyField {
  return { kind: 'whole', key: name, group: 'signs', path: ['signs', name], least: 1, most, unit, isOptional: true };
}
