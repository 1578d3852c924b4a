import { Injectable } from '@nestjs/common';
import type { BranchId, DepartmentId, SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Labelled, PlanProblem } from '../../../solver/index.ts';

interface NameRow {
  readonly id: BranchId | DepartmentId | SpecialistId;
  readonly name: string;
}

/** Adds names to a problem that is exported, so that the engine's command line shows names instead of ids. */
@Injectable()
export class ProblemLabelsReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The same problem with labels; its hash and its answers do not change. */
  labelled(problem: PlanProblem): Promise<PlanProblem> {
    return this.work.run(async () => {
      const rows = await this.work.query<NameRow>(
        `select id, name from department_names
         union all select id, name from branch_profiles
         union all select id, name from specialist_profiles`,
      );
      const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
      const withLabel = <T extends Labelled>(one: T): T => {
        const label = names.get(one.id);
        return label === undefined ? one : { ...one, label };
      };
      return {
        ...problem,
        departments: problem.departments.map(withLabel),
        branches: problem.branches.map(withLabel),
        specialists: problem.specialists.map(withLabel),
      };
    });
  }
}
