import { newId } from '../../../kernel/id.ts';
import type { VisitResult } from '../../visits/index.ts';
import { isMissing, measure } from './conditions.ts';
import { findingsOf, type IdentifiedFindings } from './findings.ts';
import type { Rubric } from './rubric.ts';
import { score } from './score.ts';

/** What is kept with a visit of an accepted form: the figures that later months compare, and the findings. */
export function visitResult({ answers, findingIds }: IdentifiedFindings, rubric: Rubric): VisitResult {
  const attendance = measure('attendance', answers, rubric.policy);
  const scored = score(rubric, answers);
  return {
    attendance: isMissing(attendance)
      ? null
      : { present: attendance.ratio.numerator, of: attendance.ratio.denominator },
    speakers: answers.speakers,
    score: scored.complete ? scored.total : null,
    findings: findingsOf(answers).map((finding, index) => ({
      ...finding,
      id: findingIds[index] ?? newId<'Finding'>(),
    })),
  };
}
