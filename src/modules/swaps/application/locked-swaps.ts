import { Injectable } from '@nestjs/common';
import { DomainError, type Fault, isDomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { SwapId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { Plans, SwapGround, type SwapTerms } from '../../planning/index.ts';
import type { Swap } from '../domain/swap.ts';
import type {} from '../errors.ts';
import { Swaps } from '../infra/repositories/swaps.ts';

/** What has happened to a swap, as its mails and the trail call it. */
export type SwapStep =
  'asked' | 'agreed' | 'made' | 'refused' | 'withdrawn' | 'expired' | 'rejected' | 'lapsed' | 'moved' | 'reminded';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'swap.changed': {
      readonly swapId: SwapId;
      readonly step: SwapStep;
      readonly revision: number;
    };
  }
}

/** The month of a swap is over for it: its visits are not as they were when it was asked. */
const CHANGED = new Set(['plan.meeting_begun', 'visit.not_ahead', 'plan.unknown_duty', 'plan.not_published']);

/** Swaps whose month is locked, so that nobody changes the plan while they are judged and stored. */
@Injectable()
export class LockedSwaps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly swaps: Swaps,
    private readonly plans: Plans,
    private readonly ground: SwapGround,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  /** @throws DomainError swap.not_found */
  async take(id: SwapId): Promise<Swap> {
    const { month } = await this.swaps.get(id);
    await this.plans.lock(month);
    return this.swaps.get(id);
  }

  /** @throws DomainError swap.visit_changed, swap.not_possible with what speaks against it */
  async mustBePossible(month: Swap['month'], terms: SwapTerms): Promise<void> {
    const faults = await this.faultsOf(month, terms);
    if (faults.length > 0) throw new DomainError('swap.not_possible', {}, faults);
  }

  async isPossible(swap: Swap): Promise<boolean> {
    try {
      return (await this.faultsOf(swap.month, swap)).length === 0;
    } catch (error) {
      if (isDomainError(error)) return false;
      throw error;
    }
  }

  /** Stores a step, records it, and has those told whom it concerns. */
  async store(swap: Swap, step: SwapStep): Promise<Swap> {
    const stored = await this.swaps.update(swap);
    await this.note(stored, step);
    return stored;
  }

  async note(
    { id, month, visitId, giverId, takerId, otherVisitId, state, answer, revision }: Swap,
    step: SwapStep,
  ): Promise<void> {
    this.audit.record({
      action: `swap.${step}`,
      subject: { kind: 'swap', id },
      details: { visitId, giverId, takerId, otherVisitId, state, answer },
    });
    await this.events.publish(
      'swap.changed',
      { swapId: id, step, revision },
      { subject: id, about: [`month/${month}`, `swap/${id}`] },
    );
  }

  private async faultsOf(month: Swap['month'], terms: SwapTerms): Promise<readonly Fault[]> {
    try {
      return await this.work.run(() => this.ground.faultsOf(month, terms));
    } catch (error) {
      if (!isDomainError(error)) throw error;
      if (CHANGED.has(error.code)) throw new DomainError('swap.visit_changed', {});
      if (error.code === 'plan.already_so') throw new DomainError('swap.not_possible', {});
      throw error;
    }
  }
}
