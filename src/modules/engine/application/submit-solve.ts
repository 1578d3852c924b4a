import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { readProblemText, type SolveOptions } from '../../../solver/index.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import type { EngineSolveId } from './engine-solve.ts';
import { EngineSolves } from '../infra/repositories/engine-solves.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'engine.solve': { readonly solveId: EngineSolveId };
  }
}

/** The most solves of one committee that may wait or run at the same time. */
const MOST_OPEN = 5;

/** Accepts a problem; a job solves it. */
@Injectable()
export class SubmitSolve {
  constructor(
    private readonly work: UnitOfWork,
    private readonly solves: EngineSolves,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError input.invalid with pointers into the problem, solve.too_many */
  async execute(json: Uint8Array, options: SolveOptions): Promise<EngineSolveId> {
    const problem = await readProblemText(json);
    return this.work.run(async () => {
      if ((await this.solves.countOpen()) >= MOST_OPEN) throw new DomainError('solve.too_many', { limit: MOST_OPEN });
      const id = newId<'EngineSolve'>();
      await this.solves.insert(id, { problem, options });
      await this.jobs.enqueue('engine.solve', { solveId: id }, { key: id });
      this.audit.record({ action: 'engine.asked', subject: { kind: 'engine_solve', id } });
      return id;
    });
  }
}
