import type { VisitFinding, VisitResult } from '../../visits/index.ts';
import type { Answers, Observation } from './answers.ts';
import { isMissing, measure } from './conditions.ts';
import type { Rubric } from './rubric.ts';
import { score } from './score.ts';

/** What an accepted form leaves with its visit: the figures that later months compare, and what was observed. */
export function visitResult(answers: Answers, rubric: Rubric): VisitResult {
  const attendance = measure('attendance', answers, rubric.policy);
  const scored = score(rubric, answers);
  return {
    attendance: isMissing(attendance)
      ? null
      : { present: attendance.ratio.numerator, of: attendance.ratio.denominator },
    speakers: answers.speakers,
    score: scored.complete ? scored.total : null,
    findings: findingsOf(answers),
  };
}

function findingsOf(answers: Answers): VisitFinding[] {
  const all = (kind: VisitFinding['kind'], observations: readonly Observation[]) =>
    observations.map(({ text, field }): VisitFinding => ({ kind, field, text }));
  return [
    ...all('strength', answers.strengths),
    ...all('good_practice', answers.goodPractices),
    ...all('shortcoming', answers.shortcomings),
    ...all('reflection', answers.reflections),
    ...(answers.recommendations === null
      ? []
      : all('recommendation', [{ text: answers.recommendations, field: null }])),
  ];
}
