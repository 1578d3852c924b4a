import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Answers } from './answers.ts';
import type { Hundredths } from './points.ts';
import { rubricFor, type RubricHead } from './rubric-choice.ts';
import type { Rubric } from './rubric.ts';
import { score } from './score.ts';

/** An accepted form as it was scored. */
export interface PastForm {
  readonly kind: MeetingKind;
  readonly branchType: string | null;
  readonly answers: Answers;
  /** By its id; null where it had none. */
  readonly rating: string | null;
  readonly total: Hundredths;
  readonly maximum: Hundredths;
}

export interface TriedForm<Form> {
  readonly form: Form;
  readonly rating: string;
  readonly total: Hundredths;
  readonly maximum: Hundredths;
}

/** What a rubric would have made of past forms. */
export interface RubricTrial<Form> {
  /** How many forms it could score. */
  readonly scored: number;
  /** Those with another rating than they got, in the order of the forms. */
  readonly changed: readonly TriedForm<Form>[];
  /** Those with the same rating and other points. */
  readonly otherPoints: number;
  /** Those that answer not everything that it asks. */
  readonly unanswered: number;
  /** Those of meetings that it is not for. */
  readonly notMeant: number;
  /** Number of scored forms by rating, as they were and as they would be. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
}

/**
 * Scores past forms by a rubric as if it had been in force beside the others of its first day. Ratings are compared by
 * their ids, points as shares of the maximum.
 */
export function tryRubric<Form extends PastForm>(
  rubric: Rubric,
  published: readonly RubricHead[],
  forms: Iterable<Form>,
): RubricTrial<Form> {
  // Of its own versions none stands beside it.
  const heads: readonly RubricHead[] = [...published.filter(({ id }) => id !== rubric.id), rubric];
  const changed: TriedForm<Form>[] = [];
  const count = { scored: 0, otherPoints: 0, unanswered: 0, notMeant: 0 };
  const [before, after]: Record<string, number>[] = [{}, {}];
  for (const form of forms) {
    const { kind, branchType } = form;
    const { effectiveFrom: on, purpose } = rubric;
    if (rubricFor(heads, { on, purpose, kind, branchType }) !== rubric) {
      count.notMeant += 1;
      continue;
    }
    const { rating, total, maximum } = score(rubric, form.answers);
    if (!rating) {
      count.unanswered += 1;
      continue;
    }
    count.scored += 1;
    add(before, form.rating);
    add(after, rating.id);
    if (rating.id !== form.rating) changed.push({ form, rating: rating.id, total, maximum });
    else if (total * form.maximum !== form.total * maximum) count.otherPoints += 1;
  }
  return { ...count, changed, before: before ?? {}, after: after ?? {} };
}

function add(counts: Record<string, number> | undefined, rating: string | null): void {
  if (counts && rating !== null) counts[rating] = (counts[rating] ?? 0) + 1;
}
