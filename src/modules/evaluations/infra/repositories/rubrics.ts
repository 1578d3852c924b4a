import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { readRubric } from '../../domain/rubric-validation.ts';
import { type Rubric, rubricFor, type RubricHead, type RubricVersion } from '../../domain/rubric.ts';
import type {} from '../../errors.ts';

@Injectable()
export class Rubrics {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The rubric for routine visits of a day. @throws DomainError evaluation.no_rubric */
  async current(on: Day): Promise<Rubric> {
    const heads = await this.work.query<RubricHead>(
      `select code as id, version, starts_on as "effectiveFrom", purpose from rubrics where starts_on <= $1`,
      [on],
    );
    // Every visit of a month's plan is a routine visit.
    const head = rubricFor(heads, { on, purpose: 'routine' });
    if (!head) throw new DomainError('evaluation.no_rubric', { day: on });
    return this.get(head);
  }

  /** The exact version by which a form was scored. */
  async get({ id, version }: RubricVersion): Promise<Rubric> {
    const [row] = await this.work.query<{ content: Rubric }>(
      `select content from rubrics where code = $1 and version = $2`,
      [id, version],
    );
    if (!row) throw new Error(`a form was scored by a rubric that is not there: ${id} v${version}`);
    return row.content;
  }

  /** False where this version exists already. @throws DomainError input.invalid where it is no rubric */
  async insert(given: Rubric): Promise<boolean> {
    const rubric = readRubric(given);
    const { id, version, effectiveFrom, purpose } = rubric;
    const added = await this.work.query(
      `insert into rubrics (committee_id, id, code, version, starts_on, purpose, content)
       values (current_committee(), $1, $2, $3, $4, $5, $6)
       on conflict (committee_id, code, version) do nothing returning id`,
      [newId<'Rubric'>(), id, version, effectiveFrom, purpose, JSON.stringify(rubric)],
    );
    return added.length > 0;
  }
}
