import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { PlanId, PlanRef } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { mustBeEditable, type PlanHeader, PROPOSAL } from '../domain/month-plan.ts';
import { mustHaveRoom, newVariantName, variantsAmong } from '../domain/variant.ts';
import { Plans } from '../infra/repositories/plans.ts';
import { HandDrafts, type SeenPlan } from './hand-drafts.ts';

/** The variants of a month before one of them is published: copied, renamed, removed, chosen. */
@Injectable()
export class PlanVariants {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly drafts: HandDrafts,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * One more variant that begins as another stands now, with all that can be undone there. Copying again under the same
   * `id` is copying once. @throws DomainError plan.variant_not_found, plan.already_published, plan.too_many_variants,
   * plan.variant_name, plan.variant_name_taken
   */
  copy(month: Month, from: string, copy: { readonly id: PlanId; readonly name: string }): Promise<void> {
    return this.work.run(async () => {
      const variants = await this.lock(month);
      if (variants.some(({ id }) => id === copy.id)) return;
      const original = this.among(variants, from, month);
      mustHaveRoom(variants);
      const name = newVariantName(copy.name, variants);
      const made = { id: copy.id, name, madeAt: this.clock.now(), madeBy: this.work.actor.accountId };
      await this.plans.copy(original, made);
      await this.tell('plan.variant_copied', month, copy.id, { name, from: original.name });
    });
  }

  /** @throws DomainError plan.variant_not_found, edit.stale, plan.already_published, plan.variant_name, plan.variant_name_taken */
  rename(month: Month, seen: SeenPlan, given: string): Promise<void> {
    return this.work.run(async () => {
      const variants = await this.lock(month);
      const variant = this.among(variants, seen.planId, month);
      if (variant.name === given.trim()) return;
      await this.drafts.mustBe(variant, variant.revision === seen.revision);
      const name = newVariantName(
        given,
        variants.filter((one) => one !== variant),
      );
      await this.plans.update({ ...variant, name });
      await this.tell('plan.variant_renamed', month, variant.id, { name, before: variant.name });
    });
  }

  /**
   * For good; removing it again changes nothing and says that it is gone. @throws DomainError plan.variant_not_found,
   * edit.stale, plan.already_published, plan.variant_in_use
   */
  remove(month: Month, seen: SeenPlan): Promise<void> {
    return this.work.run(async () => {
      const variant = this.among(await this.lock(month), seen.planId, month);
      if (variant.isChosen) throw new DomainError('plan.variant_in_use', {});
      await this.drafts.mustBe(variant, variant.revision === seen.revision);
      await this.plans.remove(variant.id);
      const { name, handMade } = variant;
      await this.tell('plan.variant_removed', month, variant.id, { name, handMade });
    });
  }

  /**
   * The plan of the month from now on; the other stays beside it. What the engine has proposed to the other goes.
   * @throws DomainError plan.variant_not_found, edit.stale, plan.already_published, plan.wrong_step
   */
  choose(month: Month, seen: SeenPlan): Promise<void> {
    return this.work.run(async () => {
      const variants = await this.lock(month);
      const variant = this.among(variants, seen.planId, month);
      if (variant.isChosen) return;
      const before = variants.find(({ isChosen }) => isChosen);
      if (before) mustBeEditable(before);
      await this.drafts.mustBe(variant, variant.revision === seen.revision);
      if (before) await this.plans.update({ ...before, isChosen: false });
      await this.plans.update({ ...variant, isChosen: true });
      const proposal = await this.plans.findVariant(month, PROPOSAL);
      if (proposal) await this.plans.remove(proposal.id);
      await this.tell('plan.variant_chosen', month, variant.id, { name: variant.name, before: before?.name ?? null });
    });
  }

  /** @throws DomainError plan.already_published */
  private async lock(month: Month): Promise<readonly PlanHeader[]> {
    await this.plans.lock(month);
    const chosen = await this.plans.findHeader(month);
    if (chosen?.state === 'published') mustBeEditable(chosen);
    return variantsAmong(await this.plans.listDrafts(month));
  }

  private among(variants: readonly PlanHeader[], id: PlanRef, month: Month): PlanHeader {
    const found = variants.find((variant) => variant.id === id);
    if (!found) throw new DomainError('plan.variant_not_found', { month });
    return found;
  }

  private async tell(action: string, month: Month, id: PlanId, details: object): Promise<void> {
    this.audit.record({ action, subject: { kind: 'plan', id }, details: { month, ...details } });
    const about = [`month/${month}`, `plan/${id}`];
    await this.events.publish('plan.edited', { month, planId: id }, { subject: id, about });
  }
}
