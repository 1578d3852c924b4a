import { Injectable } from '@nestjs/common';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { type DatedPolicy, type PolicyPart, withContent } from '../../../policies/index.ts';
import { SCORING_FIELDS } from '../../domain/scoring-fields.ts';
import { rubricPolicyOf, scoringChoices } from '../../domain/scoring-choices.ts';
import { rubric42Hd } from '../../domain/rubrics/rubric-42-hd.ts';
import type { Rubric } from '../../domain/rubric.ts';
import { Rubrics } from './rubrics.ts';

/**
 * The acting committee's decisions about scoring. Each decision is a version of its rubric, so that a form keeps the
 * version by which it was scored. A month with published duties keeps its rubric.
 */
@Injectable()
export class RubricPolicies implements PolicyPart {
  readonly key = 'scoring';
  readonly fields = SCORING_FIELDS;
  readonly standard = scoringChoices(rubric42Hd.policy);

  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rubrics: Rubrics,
  ) {}

  async list(): Promise<readonly DatedPolicy[]> {
    const rows = await this.work.query<{ startsOn: Day; content: Rubric }>(
      `select starts_on as "startsOn", content from rubrics where purpose = 'routine' order by starts_on`,
    );
    return rows.map(({ startsOn, content }) => ({ startsOn, content: { ...scoringChoices(content.policy) } }));
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    const before = await this.rubrics.current(startsOn);
    const [last] = await this.work.query<{ version: number }>(
      `select max(version) as version from rubrics where code = $1`,
      [before.id],
    );
    await this.remove(startsOn);
    await this.rubrics.insert({
      ...before,
      version: (last?.version ?? before.version) + 1,
      effectiveFrom: startsOn,
      policy: rubricPolicyOf(withContent(this.standard, content)),
    });
  }

  async remove(startsOn: Day): Promise<void> {
    await this.work.query(`delete from rubrics where starts_on = $1`, [startsOn]);
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from month_publications`,
    );
    return row?.month ?? null;
  }
}
