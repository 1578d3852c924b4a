import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { VisitId } from '../../../kernel/id.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { KeptTouch } from '../domain/touched-visit.ts';
import type {} from '../errors.ts';
import { KeptVisits } from '../infra/repositories/kept-visits.ts';
import { TouchedVisitsReadModel } from '../infra/touched-visits-read-model.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.kept': { readonly visitId: VisitId };
  }
}

const LONGEST_REASON = 500;

/** Confirms published visits although a fact conflicts with each; the same fact is not shown again. */
@Injectable()
export class KeepVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly touched: TouchedVisitsReadModel,
    private readonly kept: KeptVisits,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time, or once the conflict is gone. @returns how many were kept by it */
  execute(asked: readonly KeptTouch[], reason: string | null = null): Promise<number> {
    return this.work.run(async () => {
      const touched = new Map((await this.touched.list()).map((touch) => [keyOf(touch), touch]));
      let kept = 0;
      for (const { visitId, cause, fact } of asked) {
        const touch = touched.get(keyOf({ visitId, cause, fact }));
        if (!touch || !(await this.kept.keep({ visitId, cause, fact }, reason, this.clock.now()))) continue;
        kept += 1;
        const details = { cause, fact, ...(reason !== null && { reason }) };
        this.audit.record({ action: 'visit.kept', subject: { kind: 'visit', id: visitId }, details });
        await this.events.publish('visit.kept', { visitId }, { subject: visitId, about: [`month/${touch.month}`] });
      }
      return kept;
    });
  }

  /** Several with one reason. @throws DomainError visit.keep_reason_missing, visit.reason_long; as `execute` */
  async several(asked: readonly KeptTouch[], typed: string): Promise<number> {
    const reason = plainText(typed);
    const { length } = reason;
    if (length === 0) throw new DomainError('visit.keep_reason_missing', {});
    if (length > LONGEST_REASON) throw new DomainError('visit.reason_long', { length, longest: LONGEST_REASON });
    return this.execute(asked, reason);
  }
}

function keyOf({ visitId, cause, fact }: KeptTouch): string {
  return KeptVisits.keyOf(visitId, cause, fact);
}
