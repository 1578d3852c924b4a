import type { FormRating } from '../../../calibration/index.ts';
import type { Month } from '../../../kernel/month.ts';

/** An accepted form as it is read: points in hundredths, null where something was not answered. */
export interface AcceptedForm {
  readonly observer: string;
  readonly branch: string;
  readonly month: Month;
  readonly meeting: string | null;
  readonly branchType: string | null;
  readonly rubric: string;
  readonly total: number | null;
  readonly maximum: number | null;
  readonly criteria: readonly { readonly id: string; readonly points: number }[];
}

/**
 * Forms as the calibration takes them: points of 100 whatever a rubric's maximum, and each rubric's criteria apart,
 * because the same name may mean another scale in another rubric.
 */
export function formRatings(forms: readonly AcceptedForm[]): FormRating[] {
  return forms.map(({ observer, branch, month, meeting, branchType, rubric, total, maximum, criteria }) => ({
    observer,
    branch,
    month,
    ...(meeting !== null && { meeting }),
    ...(branchType !== null && { branchType }),
    ...(total !== null && maximum !== null && maximum > 0 && { points: (100 * total) / maximum }),
    scores: Object.fromEntries(criteria.map(({ id, points }) => [`${rubric}/${id}`, points / 100])),
  }));
}
