import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { hundredths, type Hundredths, lesser, sumOf } from './points.ts';
import { countsIn, type Criterion, type Scoring, type Sheet } from './rubric.ts';

/** The most that a criterion can give, by whatever way. */
export function mostPoints({ maximum, scoring, automatic, bonuses }: Criterion): Hundredths {
  const best = Math.max(...pointsIn(scoring, maximum), ...(automatic ?? []).map(({ points }) => points));
  const added = (bonuses ?? []).map(({ points }) => hundredths(points));
  return lesser(hundredths(maximum), sumOf([hundredths(best), ...added]));
}

/** The most that a meeting of this kind can reach on a sheet, after its caps. */
export function reachableIn(sheet: Sheet, kind: MeetingKind): Hundredths {
  const counted = sheet.groups.flatMap(({ criteria }) => criteria).filter(({ kinds }) => countsIn(kind, kinds));
  const cuts = sheet.caps
    .filter(({ kinds }) => countsIn(kind, kinds))
    .map(({ criteria, maximum }) => {
      const together = sumOf(counted.filter(({ id }) => criteria.includes(id)).map((each) => hundredths(each.maximum)));
      return Math.max(0, together - hundredths(maximum));
    });
  const all = sumOf(counted.map(({ maximum }) => hundredths(maximum)));
  return (all - cuts.reduce((sum, each) => sum + each, 0)) as Hundredths;
}

function pointsIn(scoring: Scoring, maximum: number): number[] {
  switch (scoring.by) {
    case 'points':
      return [maximum];
    case 'choice':
      return scoring.options.map(({ points }) => points);
    case 'bands':
      return scoring.bands.map(({ points }) => points);
    case 'cases':
      return [...scoring.cases.map(({ points }) => points), scoring.otherwise.points];
  }
}
