import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import { Rubrics } from '../application/ports.ts';
import { type Rubric, rubricInForce, type RubricVersion } from '../domain/rubric.ts';
import type {} from '../errors.ts';

@Injectable()
export class PgRubrics extends Rubrics {
  constructor(private readonly work: Work) {
    super();
  }

  async current(on: Day): Promise<Rubric> {
    const rows = await this.work.query<{ content: Rubric }>(`select content from rubrics where starts_on <= $1`, [on]);
    const rubric = rubricInForce(
      rows.map(({ content }) => content),
      on,
    );
    if (!rubric) throw new DomainError('evaluation.no_rubric', { day: on });
    return rubric;
  }

  async get({ id, version }: RubricVersion): Promise<Rubric> {
    const [row] = await this.work.query<{ content: Rubric }>(
      `select content from rubrics where code = $1 and version = $2`,
      [id, version],
    );
    if (!row) throw new Error(`a form was scored by a rubric that is not there: ${id} v${version}`);
    return row.content;
  }

  async insert(rubric: Rubric): Promise<boolean> {
    const added = await this.work.query(
      `insert into rubrics (committee_id, id, code, version, starts_on, content)
       values (current_committee(), $1, $2, $3, $4, $5)
       on conflict (committee_id, code, version) do nothing returning id`,
      [newId<'Rubric'>(), rubric.id, rubric.version, rubric.effectiveFrom, JSON.stringify(rubric)],
    );
    return added.length > 0;
  }
}
