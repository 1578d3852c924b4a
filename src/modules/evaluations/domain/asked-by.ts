import { MEETING_KINDS } from '../../../kernel/meeting-kind.ts';
import { type FormTemplate, isBound } from './form-template.ts';
import { namesUsed } from './form.ts';
import type { RubricHead, RubricWanted } from './rubric-choice.ts';
import type { Rubric } from './rubric.ts';

/** The meetings that something is for, by kind and type of branch. */
export function meetingsOf({
  kinds,
  branchTypes,
}: Pick<RubricHead, 'kinds' | 'branchTypes'>): Pick<RubricWanted, 'kind' | 'branchType'>[] {
  return (branchTypes ?? [null]).flatMap((branchType) =>
    (kinds ?? MEETING_KINDS).map((kind) => ({ kind, branchType })),
  );
}

/**
 * The first of a committee's own questions that the rubric reads and the form does not ask of everybody; null where
 * there is none. Without its answer the rubric could give no points.
 */
export function unansweredIn(rubric: Rubric, template: FormTemplate): string | null {
  const always = new Set(
    template.sections
      .filter(({ from, upTo }) => from === undefined && upTo === undefined)
      .flatMap(({ questions }) =>
        questions.flatMap((each) =>
          isBound(each) || each.required !== true || each.askedWhen ? [] : [`extra/${each.id}`],
        ),
      ),
  );
  const missing = [...namesUsed(rubric)].find((name) => name.startsWith('extra/') && !always.has(name));
  return missing?.slice('extra/'.length) ?? null;
}
