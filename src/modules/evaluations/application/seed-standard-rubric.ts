import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { rubric42Hd } from '../domain/rubrics/rubric-42-hd.ts';
import { Rubrics } from '../infra/repositories/rubrics.ts';

/** Gives the acting committee the built-in rubric as its own; does nothing the second time. */
@Injectable()
export class SeedStandardRubric {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly audit: AuditTrail,
  ) {}

  execute(): Promise<void> {
    return this.work.run(async () => {
      const { id, version, effectiveFrom } = rubric42Hd;
      if (!(await this.rubrics.insert(rubric42Hd))) return;
      this.audit.record({
        action: 'rubric.adopted',
        subject: { kind: 'rubric', id: `${id}/${version}` },
        details: { effectiveFrom },
      });
    });
  }
}
