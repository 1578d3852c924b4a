/** What cannot be read, and where: a cell such as `C7` of a table, or a JSON pointer. */
export interface RatingFault {
  readonly place: string;
  readonly problem: RatingProblem;
}

export type RatingProblem =
  | { readonly code: 'no_forms' }
  | { readonly code: 'missing_column'; readonly column: 'observer' | 'branch'; readonly found: readonly string[] }
  | { readonly code: 'no_scores' }
  | { readonly code: 'column_twice'; readonly name: string; readonly other: string }
  | { readonly code: 'cell_without_column' }
  | { readonly code: 'empty'; readonly column: string }
  | { readonly code: 'not_a_number'; readonly value: string }
  | { readonly code: 'not_a_month'; readonly value: string }
  | { readonly code: 'score_twice'; readonly criterion: string; readonly other: string }
  | { readonly code: 'points_differ'; readonly value: string; readonly other: string }
  | { readonly code: 'form_twice'; readonly other: string }
  | { readonly code: 'not_a_form' }
  | { readonly code: 'not_a_text' };

/** The faults of one file; a hostile one may have a million. */
export class FaultList {
  readonly faults: RatingFault[] = [];
  count = 0;

  constructor(private readonly most = 200) {}

  add(place: string, problem: RatingProblem): void {
    this.count += 1;
    if (this.faults.length < this.most) this.faults.push({ place, problem });
  }
}
