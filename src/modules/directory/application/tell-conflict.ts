import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import { type BranchId, isId, type SpecialistId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { ConflictReason } from '../domain/import/vocabulary.ts';
import type {} from '../errors.ts';
import { Directory } from '../infra/repositories/directory.ts';
import { type StoredConflict, ToldConflicts } from '../infra/repositories/told-conflicts.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'conflict.told': { readonly specialistId: SpecialistId; readonly branchId: BranchId };
    'conflict.taken_back': { readonly specialistId: SpecialistId; readonly branchId: BranchId };
  }
}

export interface ConflictWish {
  /** As chosen; it may be no branch's code. */
  readonly branchCode: string;
  readonly reason: ConflictReason;
  /** The last day on which it counts; null: for as long as it is registered. */
  readonly until: Day | null;
}

/** A specialist tells which branch they should not visit, why and until when; it counts at once, and the board sees it. */
@Injectable()
export class TellConflict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly conflicts: ToldConflicts,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether anything changed: the same again does nothing, and what they told before can be changed. @throws DomainError
   * conflict.branch_not_found, conflict.until_past, conflict.of_board
   */
  execute(specialistId: SpecialistId, { branchCode, reason, until }: ConflictWish): Promise<boolean> {
    return this.work.run(async () => {
      await this.directory.lock();
      const branchId = await this.conflicts.branchWithCode(branchCode);
      if (branchId === null) throw new DomainError('conflict.branch_not_found', {});
      const today = await this.directory.dayAt(this.clock.now());
      if (until !== null && until < today) throw new DomainError('conflict.until_past', {});
      const toldBy = this.work.actor.accountId;
      const before = await this.conflicts.find(specialistId, branchId);
      if (before?.reason === reason && before.until === until) return false;
      // What the board entered stands until it ends; afterwards it is for the specialist to tell anew.
      const stands = before && (before.until === null || before.until >= today);
      if (stands && before.toldBy !== toldBy) throw new DomainError('conflict.of_board', {});
      const conflict: StoredConflict = { specialistId, branchId, reason, until, toldBy };
      await this.conflicts.save(conflict, this.clock.now());
      await this.note('conflict.told', conflict);
      return true;
    });
  }

  /**
   * Only what they told themselves; taking it back again does nothing. @throws DomainError http.not_found for no branch,
   * conflict.of_board
   */
  takeBack(specialistId: SpecialistId, branchId: BranchId): Promise<void> {
    return this.work.run(async () => {
      await this.directory.lock();
      if (!isId(branchId) || !(await this.conflicts.hasBranch(branchId))) throw new DomainError('http.not_found', {});
      const conflict = await this.conflicts.find(specialistId, branchId);
      if (!conflict) return;
      if (conflict.toldBy !== this.work.actor.accountId) throw new DomainError('conflict.of_board', {});
      await this.conflicts.remove(specialistId, branchId);
      await this.note('conflict.taken_back', conflict);
    });
  }

  private async note(action: 'conflict.told' | 'conflict.taken_back', conflict: StoredConflict): Promise<void> {
    const { specialistId, branchId } = conflict;
    const id = `${specialistId}.${branchId}`;
    this.audit.record({ action, subject: { kind: 'conflicts', id }, details: { ...conflict } });
    await this.events.publish(action, { specialistId, branchId }, { subject: specialistId });
  }
}
