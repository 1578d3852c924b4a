import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { isId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { type Month, monthIn } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { LONGEST_PAIRING_REASON, type Pairing, type PairingId, type PairingKind } from '../domain/pairing.ts';
import { Pairings } from '../infra/repositories/pairings.ts';
import type {} from '../errors.ts';

export interface PairingWish {
  readonly kind: PairingKind;
  /** As chosen; they may be no ids of specialists. */
  readonly people: readonly [string, string];
  readonly reason: string;
  readonly until: Month | null;
}

/** Enters, or removes, that two people must not or should go to a meeting together; plans made from then on keep it. */
@Injectable()
export class EnterPairing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pairings: Pairings,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again does nothing. @throws DomainError pairing.one_person, pairing.unknown_person, pairing.reason_missing,
   * pairing.reason_long, pairing.until_past, pairing.known
   */
  execute({ kind, people, reason: written, until }: PairingWish): Promise<Pairing> {
    const reason = written.trim();
    const [first, second] = [...people].sort();
    if (reason === '') throw new DomainError('pairing.reason_missing', {});
    if (reason.length > LONGEST_PAIRING_REASON) {
      throw new DomainError('pairing.reason_long', { length: reason.length, longest: LONGEST_PAIRING_REASON });
    }
    if (!isId(first ?? '') || !isId(second ?? '')) throw new DomainError('pairing.unknown_person', {});
    if (first === second) throw new DomainError('pairing.one_person', {});
    return this.work.run(async () => {
      const now = this.clock.now();
      const specialistIds = [first, second] as unknown as [SpecialistId, SpecialistId];
      if (!(await this.pairings.areInUse(specialistIds))) throw new DomainError('pairing.unknown_person', {});
      const thisMonth = monthIn(await this.pairings.zone(), now);
      if (until !== null && until < thisMonth) throw new DomainError('pairing.until_past', {});
      const wanted: Pairing = { id: newId<'Pairing'>(), kind, specialistIds, reason, until };
      if (await this.pairings.insert(wanted, now, this.work.actor.accountId)) {
        this.audit.record({
          action: 'pairing.entered',
          subject: { kind: 'pairing', id: wanted.id },
          details: { ...wanted },
        });
        return wanted;
      }
      const known = await this.pairings.ofPeople(specialistIds);
      if (known?.kind !== kind || known.reason !== reason || known.until !== until) {
        throw new DomainError('pairing.known', {});
      }
      return known;
    });
  }

  /** Removing it again does nothing. @throws DomainError http.not_found */
  remove(id: PairingId): Promise<void> {
    return this.work.run(async () => {
      const removed = isId(id) ? await this.pairings.remove(id) : null;
      if (!removed) {
        if (await this.edits.isLast({ kind: 'pairing', id }, 'pairing.removed')) return;
        throw new DomainError('http.not_found', {});
      }
      this.audit.record({ action: 'pairing.removed', subject: { kind: 'pairing', id }, details: { ...removed } });
    });
  }
}
