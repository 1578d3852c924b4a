import { Injectable } from '@nestjs/common';
import type { ImpossibleVisit } from '../../../calibration/index.ts';
import { Clock } from '../../../kernel/clock.ts';
import { addMonths, type Day, firstDay, type Month, monthIn } from '../../../kernel/month.ts';
import { committeeZone } from '../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PoliciesReadModel } from '../../policies/index.ts';
import type { AcceptedForm } from '../domain/form-ratings.ts';
import { type CalibrationGround, MONTHS_BACK } from '../domain/kept-calibration.ts';

/** The accepted forms of the last months, and whether they are still the same. */
@Injectable()
export class AcceptedFormsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly policies: PoliciesReadModel,
    private readonly clock: Clock,
  ) {}

  async ground(): Promise<CalibrationGround> {
    const [row] = await this.work.query<CalibrationGround>(
      `select count(*)::int as forms, to_char(min(v.month), 'YYYY-MM') as "firstMonth",
         to_char(max(v.month), 'YYYY-MM') as "lastMonth",
         md5(coalesce(string_agg(f.submission_id::text, ',' order by f.submission_id), '')) as digest
       from accepted_forms f join month_visits v on v.id = f.visit_id where v.month >= $1`,
      [await this.since()],
    );
    if (!row) throw new Error('a count has a row');
    return row;
  }

  async list(): Promise<readonly AcceptedForm[]> {
    return this.work.query<AcceptedForm>(
      `select f.submitted_by as observer, v.branch_id as branch, to_char(v.month, 'YYYY-MM') as month,
         v.meeting_id as meeting, b.type as "branchType", coalesce(f.score -> 'rubric' ->> 'id', '') as rubric, f.total,
         (f.score ->> 'maximum')::int as maximum,
         (select coalesce(jsonb_agg(jsonb_build_object('id', c ->> 'id', 'points', (c ->> 'points')::int)), '[]')
          from jsonb_array_elements(f.score -> 'groups') g, jsonb_array_elements(g -> 'criteria') c
          where c ->> 'points' is not null) as criteria
       from accepted_forms f join month_visits v on v.id = f.visit_id join branch_profiles b on b.id = v.branch_id
       where v.month >= $1 order by f.submission_id`,
      [await this.since()],
    );
  }

  /** Who cannot be sent where next month: there too lately, or with an interest in the branch. */
  async impossibleNextMonth(): Promise<readonly ImpossibleVisit[]> {
    const next = addMonths(await this.thisMonth(), 1);
    const gap = (await this.policies.read('planning', next)).values['rotationGapMonths'];
    return this.work.query<ImpossibleVisit>(
      `select distinct v.specialist_id as observer, v.branch_id as branch from visit_history v
       where v.held_on < $1::date and months_between(v.held_on, $1::date) <= $2
       union select c.specialist_id, c.branch_id from specialist_conflicts c where c.until is null or c.until >= $1::date
       union select p.id, b.id from specialist_profiles p
         join branch_profiles b on b.id in (p.own_branch_id, p.residence_branch_id)
       order by 1, 2`,
      [firstDay(next), typeof gap === 'number' ? gap : 0],
    );
  }

  /** This month in the committee's zone. */
  async thisMonth(): Promise<Month> {
    return monthIn(await committeeZone(this.work), this.clock.now());
  }

  private async since(): Promise<Day> {
    return firstDay(addMonths(await this.thisMonth(), 1 - MONTHS_BACK));
  }
}
