import { namesIn } from './conditions.ts';
import { pointerOf } from './pointer.ts';
import { hundredths, type Hundredths } from './points.ts';
import type { Case, Criterion, Rubric } from './rubric.ts';
import type { Text } from './text.ts';

/** How a criterion gives points, in the rubric's own words, best first. */
export interface Guideline {
  readonly title: Text;
  readonly maximum: Hundredths;
  readonly help: Text | null;
  readonly lines: readonly { readonly text: Text; readonly points: Hundredths }[];
  /** Added to the points of the lines. */
  readonly bonuses: readonly { readonly text: Text; readonly points: Hundredths }[];
}

/** The last question that each figure depends on; the guideline is shown there. */
const ASKED_AT: Readonly<Record<string, string>> = {
  attendance: 'present',
  speaking: 'speakers',
  targets: 'targetsMet',
  members: 'membersTotal',
  absent_unexcused: 'absentUnexcused',
  absent_excused: 'absentExcused',
  minutes: 'endedAt',
  minutes_short: 'endedAt',
  duration: 'endedAt',
};

/** The guidelines of the criteria that a question decides, by the pointer of the question. */
export function guidelinesOf({ sheets }: Rubric): ReadonlyMap<string, readonly Guideline[]> {
  const found = new Map<string, Guideline[]>();
  const seen = new Set<string>();
  for (const criterion of sheets.flatMap(({ groups }) => groups.flatMap(({ criteria }) => criteria))) {
    const guideline = guidelineOf(criterion);
    for (const pointer of pointersOf(criterion)) {
      // Several sheets may have the same criterion.
      const key = JSON.stringify([pointer, guideline]);
      if (seen.has(key) || isSilent(guideline)) continue;
      seen.add(key);
      found.set(pointer, [...(found.get(pointer) ?? []), guideline]);
    }
  }
  return found;
}

/** A criterion with free points and no help needs no guideline. */
function isSilent({ lines, bonuses, help }: Guideline): boolean {
  return lines.length === 0 && bonuses.length === 0 && help === null;
}

export function guidelineOf({ title, maximum, help, scoring, automatic, bonuses }: Criterion): Guideline {
  const given =
    scoring.by === 'cases'
      ? [...scoring.cases, scoring.otherwise]
      : scoring.by === 'bands'
        ? scoring.bands
        : scoring.by === 'choice'
          ? scoring.options
          : [];
  return {
    title,
    maximum: hundredths(maximum),
    help: help ?? null,
    lines: [...(automatic ?? []), ...given].map(lineOf),
    bonuses: (bonuses ?? []).map(lineOf),
  };
}

function lineOf({ text, points }: Pick<Case, 'text' | 'points'>): Guideline['lines'][number] {
  return { text, points: hundredths(points) };
}

function pointersOf({ id, scoring, automatic, bonuses }: Criterion): string[] {
  const isJudged = scoring.by === 'choice' || scoring.by === 'points';
  const read = [...((isJudged ? automatic : null) ?? []), ...(bonuses ?? [])].flatMap(({ when }) => namesIn(when));
  const decided = isJudged
    ? []
    : scoring.by === 'bands'
      ? [scoring.indicator]
      : scoring.indicator
        ? [scoring.indicator]
        : scoring.cases.flatMap((each) => namesIn(each.when));
  const own = isJudged ? [pointerOf(['scores', id])] : [];
  return [...new Set([...own, ...[...decided, ...read].map((name) => pointerOf([ASKED_AT[name] ?? name]))])];
}
