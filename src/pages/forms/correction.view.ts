import type { Ref } from '../../kernel/id.ts';
import type { Day } from '../../kernel/month.ts';
import type { PlaceView, SectionView } from './form.view.ts';

/** `pages/correction`: a form under review with all its fields, so that an obvious slip can be corrected. */
export interface CorrectionPage {
  readonly backHref: string;
  readonly branch: string;
  readonly day: Day;
  readonly specialist: string;
  readonly action: string;
  /** The revision that is corrected. */
  readonly revision: number;
  /** The id of the version that the correction becomes. */
  readonly correctionId: Ref<'Submission'>;
  readonly sections: readonly SectionView[];
  readonly reason: string;
  readonly reasonError: string | null;
  /** Why it was not taken. */
  readonly problem: string | null;
  /** The answers that were not taken. */
  readonly errors: readonly PlaceView[];
}
