import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import { fingerprint } from '../../../kernel/fingerprint.ts';
import { addMonths, firstDay, type Month, monthIn } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import {
  changedPolicies,
  changedValues,
  type ChangedValue,
  contentOn,
  type DatedPolicy,
} from '../domain/dated-policies.ts';
import type { PolicyValues } from '../domain/policy-field.ts';
import { withContent, valuesIn } from '../domain/policy-content.ts';
import type {} from '../errors.ts';
import { PolicyCommittee } from '../infra/repositories/policy-committee.ts';
import type { PolicyPart, PolicyPartKey } from './policy-part.ts';
import { PolicyParts } from './policy-parts.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'policy.changed': { readonly part: PolicyPartKey; readonly from: Month };
  }
}

/** The part that changes, from which month on, and the revision that its editor has seen. */
export interface PolicyEdit {
  readonly part: string;
  readonly from: Month;
  readonly seen: number;
}

/** The revision of a part: changes with every decision about it, for whichever month. */
export function revisionOf(policies: readonly DatedPolicy[]): number {
  return fingerprint(policies);
}

/**
 * Stores what a committee decides from a month on, or takes such a decision back. Months whose work is done keep their
 * policy.
 */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parts: PolicyParts,
    private readonly committee: PolicyCommittee,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Values that are not given stay as they are. The same change again does nothing. @throws DomainError
   * policy.not_found, policy.starts_too_early, edit.stale
   */
  execute({ part: key, from, seen }: PolicyEdit, values: PolicyValues): Promise<readonly ChangedValue[]> {
    return this.work.run(async () => {
      const part = this.parts.get(key);
      await this.committee.lockPolicies();
      const policies = await part.list();
      const changes = changedValues(part.standard, policies, { fields: part.fields, from, values });
      if (changes.length === 0) return [];
      await this.mustBeOpen(part, from);
      await this.edits.named({ kind: 'policy', id: key }, () => mustHaveSeen(seen, revisionOf(policies)));
      for (const policy of changedPolicies(part.standard, policies, { fields: part.fields, from, changes })) {
        part.mustAgree?.(withContent(part.standard, policy.content));
        await part.put(policy);
      }
      await this.tell(part, from, 'policy.changed', changes);
      return changes;
    });
  }

  /**
   * Taking it back twice has the same result as once. @throws DomainError policy.not_found, policy.starts_too_early,
   * edit.stale
   */
  takeBack({ part: key, from, seen }: PolicyEdit): Promise<void> {
    return this.work.run(async () => {
      const part = this.parts.get(key);
      await this.committee.lockPolicies();
      const policies = await part.list();
      const startsOn = firstDay(from);
      const taken = policies.find((policy) => policy.startsOn === startsOn);
      if (!taken) return;
      await this.mustBeOpen(part, from);
      await this.edits.named({ kind: 'policy', id: key }, () => mustHaveSeen(seen, revisionOf(policies)));
      await part.remove(startsOn);
      const before = valuesIn(withContent(part.standard, taken.content), part.fields);
      const rest = policies.filter((policy) => policy !== taken);
      const after = valuesIn(withContent(part.standard, contentOn(rest, startsOn)), part.fields);
      const changes = part.fields.flatMap(({ key: field }) =>
        before[field] === after[field] ? [] : [{ field, before: before[field] ?? null, after: after[field] ?? null }],
      );
      await this.tell(part, from, 'policy.taken_back', changes);
    });
  }

  /**
   * The first month from which a change may take effect: this month, or the one after the last month that keeps its
   * policy.
   */
  async firstOpen(part: PolicyPart): Promise<Month> {
    const now = monthIn(await this.committee.zone(), this.clock.now());
    const kept = await part.lastKept();
    const next = kept === null ? now : addMonths(kept, 1);
    return next > now ? next : now;
  }

  private async mustBeOpen(part: PolicyPart, from: Month): Promise<void> {
    const first = await this.firstOpen(part);
    if (from < first) throw new DomainError('policy.starts_too_early', { from, first });
  }

  private async tell(
    { key }: PolicyPart,
    from: Month,
    action: 'policy.changed' | 'policy.taken_back',
    changes: readonly ChangedValue[],
  ): Promise<void> {
    this.audit.record({ action, subject: { kind: 'policy', id: key }, details: { from, changes } });
    await this.events.publish('policy.changed', { part: key, from }, { subject: key, about: [`month/${from}`] });
  }
}
