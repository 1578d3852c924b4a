import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { EngineSolves } from '../infra/repositories/engine-solves.ts';
import type { EngineSolve, EngineSolveId } from './engine-solve.ts';

/** A waiting solve ends at once; a running one stops at its next report. */
@Injectable()
export class CancelSolve {
  constructor(
    private readonly work: UnitOfWork,
    private readonly solves: EngineSolves,
  ) {}

  /** @returns the solve after that. @throws DomainError solve.not_found */
  execute(id: EngineSolveId): Promise<EngineSolve> {
    return this.work.run(async () => {
      await this.solves.get(id);
      await this.solves.askToStop(id);
      return this.solves.get(id);
    });
  }
}
