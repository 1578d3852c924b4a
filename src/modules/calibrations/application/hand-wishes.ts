import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { addMonths, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { wishesOf } from '../domain/kept-calibration.ts';
import type {} from '../errors.ts';
import { AcceptedFormsReadModel } from '../infra/accepted-forms-read-model.ts';
import { Calibrations } from '../infra/repositories/calibrations.ts';
import { LinkageWishes } from '../infra/repositories/linkage-wishes.ts';

/** Hands the double visits that would help most to the planning of a month, as wishes, or takes them back. */
@Injectable()
export class HandWishes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calibrations: Calibrations,
    private readonly wishes: LinkageWishes,
    private readonly forms: AcceptedFormsReadModel,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError calibration.none, calibration.other_month */
  hand(month: Month): Promise<void> {
    return this.work.run(async () => {
      await this.mustBeNext(month);
      const last = await this.calibrations.findLast();
      const wishes = last === null ? [] : wishesOf(last.result);
      if (last === null || wishes.length === 0) throw new DomainError('calibration.none', {});
      await this.wishes.replace(month, wishes);
      const details = { calibrationId: last.id, wishes: wishes.length };
      this.audit.record({ action: 'calibration.wishes_handed', subject: { kind: 'month', id: month }, details });
    });
  }

  /** @throws DomainError calibration.other_month */
  takeBack(month: Month): Promise<void> {
    return this.work.run(async () => {
      await this.mustBeNext(month);
      await this.wishes.replace(month, []);
      this.audit.record({ action: 'calibration.wishes_taken_back', subject: { kind: 'month', id: month } });
    });
  }

  private async mustBeNext(month: Month): Promise<void> {
    const next = addMonths(await this.forms.thisMonth(), 1);
    if (month !== next) throw new DomainError('calibration.other_month', { month, next });
  }
}
