import { Injectable } from '@nestjs/common';
import type { BranchRef, SpecialistRef } from '../../kernel/id.ts';
import { Jobs } from '../../kernel/jobs.ts';
import { addMonths, type Month } from '../../kernel/month.ts';
import type { TrackedJob } from '../../kernel/tracked-jobs.ts';
import {
  AcceptedFormsReadModel,
  type CalibrationGround,
  Calibrations,
  type KeptCalibration,
  LinkageWishes,
} from '../../modules/calibrations/index.ts';
import { PoliciesReadModel } from '../../modules/policies/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

export interface NamedObserver {
  readonly id: SpecialistRef;
  readonly name: string;
  readonly department: string;
}

export interface NamedBranch {
  readonly id: BranchRef;
  readonly name: string;
}

export interface CalibrationScreen {
  readonly last: KeptCalibration | null;
  readonly now: CalibrationGround;
  readonly job: TrackedJob | null;
  readonly isAbandoned: boolean;
  readonly observers: ReadonlyMap<string, NamedObserver>;
  readonly branches: ReadonlyMap<string, NamedBranch>;
  readonly nextMonth: Month;
  /** What was handed to the planning of that month. */
  readonly wishes: number;
  /** What the committee lets leaders see. */
  readonly seenByLeaders: 'none' | 'verdict' | 'all';
}

/** The last comparison with what it rests on, and the names of whom and what it compares. */
@Injectable()
export class CalibrationScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly calibrations: Calibrations,
    private readonly forms: AcceptedFormsReadModel,
    private readonly wishes: LinkageWishes,
    private readonly policies: PoliciesReadModel,
    private readonly jobs: Jobs,
  ) {}

  read(): Promise<CalibrationScreen> {
    return this.work.run(async () => {
      const last = await this.calibrations.findLast();
      const now = await this.forms.ground();
      const job = await this.calibrations.findLatestJob();
      const isAbandoned = await this.jobs.isAbandoned('calibration.make', 'calibration');
      const thisMonth = await this.forms.thisMonth();
      const nextMonth = addMonths(thisMonth, 1);
      const seen = (await this.policies.read('briefing', thisMonth)).values['severityForLeaders'];
      return {
        ...{ last, now, job, isAbandoned, nextMonth },
        wishes: await this.wishes.count(nextMonth),
        observers: await this.observersOf(last),
        branches: await this.branchesOf(last),
        seenByLeaders: seen === 'none' || seen === 'all' ? seen : 'verdict',
      };
    });
  }

  /** What somebody needs to see their own figures. */
  readOwn(): Promise<Pick<CalibrationScreen, 'last' | 'now'>> {
    return this.work.run(async () => ({
      last: await this.calibrations.findLast(),
      now: await this.forms.ground(),
    }));
  }

  private async observersOf(last: KeptCalibration | null): Promise<ReadonlyMap<string, NamedObserver>> {
    const rows = await this.work.query<NamedObserver>(
      `select id, name, department_short as department from specialist_profiles where id = any($1::uuid[])`,
      [last?.result.observers.map(({ id }) => id) ?? []],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async branchesOf(last: KeptCalibration | null): Promise<ReadonlyMap<string, NamedBranch>> {
    const rows = await this.work.query<NamedBranch>(`select id, name from branch_profiles where id = any($1::uuid[])`, [
      last?.result.branches.map(({ id }) => id) ?? [],
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
