import type { Rubric } from '../rubric.ts';
import { rubric42Hd } from './rubric-42-hd.ts';
import { rubricFiveGroups } from './rubric-five-groups.ts';
import { rubricGated } from './rubric-gated.ts';
import { rubricTwoSheets } from './rubric-two-sheets.ts';

/** What the service brings to copy from; none of them counts before a committee publishes a copy. */
export const SAMPLE_RUBRICS: readonly Rubric[] = [rubric42Hd, rubricFiveGroups, rubricTwoSheets, rubricGated];
