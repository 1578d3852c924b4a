import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { freeze } from '../domain/briefing-version.ts';
import { asFrozen, contentOf, type MonthBriefing } from '../domain/month-briefing.ts';
import type {} from '../errors.ts';
import { BriefingOffice, Briefings } from './ports.ts';
import type {} from './render-job.ts';

/**
 * Closes the draft: its number, the leaders' mails, the entry in the audit chain and the order to render exist exactly
 * if this commits.
 */
@Injectable()
export class FreezeBriefing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly briefings: Briefings,
    private readonly office: BriefingOffice,
    private readonly audit: AuditTrail,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezing again from the same page answers what was frozen, and so does freezing what differs in nothing from the
   * version before. `revision`: the one that the board has before its eyes.
   * @throws DomainError briefing.not_found, briefing.nothing_to_freeze, http.stale
   */
  execute(month: Month, revision: number): Promise<MonthBriefing> {
    return this.work.run(async () => {
      await this.briefings.lock(month);
      const latest = await this.briefings.getLatest(month);
      const isRepeated = latest.frozen !== null && revision === latest.revision - 1;
      if (latest.revision !== revision && !isRepeated) throw new DomainError('http.stale', {});
      return latest.frozen ? latest : this.close(latest);
    });
  }

  private async close(draft: MonthBriefing): Promise<MonthBriefing> {
    const { id, month } = draft;
    const before = await this.briefings.findLatestFrozen(month);
    const known = before && asFrozen(before);
    const at = this.clock.now();
    const by = this.work.actor.accountId;
    const closed = freeze(known, contentOf(draft), { at, by });
    if (before && closed === known) {
      this.audit.record({ action: 'briefing.draft_given_up', subject: { kind: 'briefing', id }, details: { month } });
      return this.briefings.giveUp(draft, before);
    }
    const { version, content, hash } = closed;
    this.audit.record({
      action: 'briefing.frozen',
      subject: { kind: 'briefing', id },
      details: { month, version, contentHash: hash },
    });
    // The head in the foot covers the entry just made, and with it the content.
    const head = await this.audit.head();
    const issued = await this.office.issue(content, version, head);
    const { documentId, symbol } = issued;
    const frozen: MonthBriefing = {
      ...draft,
      content,
      frozen: { at, by, documentId, symbol, auditHead: head.hash },
      revision: draft.revision + 1,
    };
    await this.briefings.store(frozen);
    await this.office.announce(content, issued);
    await this.jobs.enqueue('briefing.render', { documentId }, { key: documentId });
    return frozen;
  }
}
