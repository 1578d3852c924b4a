import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.ts';
import { DomainError } from '../../../../kernel/domain-error.ts';
import type { Day, Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { type DatedPolicy, type PolicyPart, withContent } from '../../../policies/index.ts';
import { SCORING_FIELDS } from '../../domain/scoring-fields.ts';
import { rubricPolicyOf, scoringChoices } from '../../domain/scoring-choices.ts';
import { rubric42Hd } from '../../domain/rubrics/rubric-42-hd.ts';
import type { Rubric } from '../../domain/rubric.ts';
import type {} from '../../rubric-errors.ts';
import { Rubrics } from './rubrics.ts';

/** Decisions concern the rubric that counts where no other is made for the meeting; others bring their own choices. */
const IS_GENERAL = `purpose = 'routine' and content -> 'kinds' is null and content -> 'branchTypes' is null`;

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
    private readonly clock: Clock,
  ) {}

  async list(): Promise<readonly DatedPolicy[]> {
    const rows = await this.work.query<{ startsOn: Day; content: Rubric }>(
      `select distinct on (starts_on) starts_on as "startsOn", content from rubrics where ${IS_GENERAL}
       order by starts_on, version desc, code`,
    );
    return rows.map(({ startsOn, content }) => ({ startsOn, content: { ...scoringChoices(content.policy) } }));
  }

  async put({ startsOn, content }: DatedPolicy): Promise<void> {
    const before = await this.rubrics.current(startsOn);
    await this.removeOwn(startsOn);
    const version = await this.rubrics.nextVersion(before.id);
    await this.rubrics.insert(
      {
        ...before,
        // Above the one that was removed, so that a number never stands for two contents.
        version: Math.max(version, before.version + 1),
        effectiveFrom: startsOn,
        policy: rubricPolicyOf(withContent(this.standard, content)),
      },
      { origin: 'policy', at: this.clock.now() },
    );
  }

  /** @throws DomainError rubric.published where the values came with a rubric that somebody published */
  async remove(startsOn: Day): Promise<void> {
    if ((await this.removeOwn(startsOn)) > 0) return;
    const [published] = await this.work.query<{ content: Rubric }>(
      `select content from rubrics where starts_on = $1 and origin = 'board' and ${IS_GENERAL}`,
      [startsOn],
    );
    if (published) throw new DomainError('rubric.published', { title: published.content.title });
  }

  /** A rubric for all meetings brings its own choices, in place of a decision from the same day. */
  async giveWay({ effectiveFrom, purpose, kinds, branchTypes }: Rubric): Promise<void> {
    if (purpose === 'routine' && !kinds && !branchTypes) await this.removeOwn(effectiveFrom);
  }

  /** Removes what decisions made; a rubric that somebody published stays. */
  private async removeOwn(startsOn: Day): Promise<number> {
    const removed = await this.work.query(
      `delete from rubrics where starts_on = $1 and origin = 'policy' and ${IS_GENERAL} returning id`,
      [startsOn],
    );
    return removed.length;
  }

  async lastKept(): Promise<Month | null> {
    const [row] = await this.work.query<{ month: Month | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from month_publications`,
    );
    return row?.month ?? null;
  }
}
