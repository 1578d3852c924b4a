import type { DocumentId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import { briefingHash } from '../domain/briefing-content.ts';
import { contentToFreeze, frozenAs, type MonthBriefing, says } from '../domain/month-briefing.ts';
import type {} from '../errors.ts';
import { BriefingIssue } from './ports.ts';
import { Briefings } from '../infra/repositories/briefings.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    /** With the document under which it is issued. */
    'briefing.frozen': {
      readonly month: Month;
      readonly version: number;
      readonly documentId: DocumentId;
      readonly symbol: string;
      readonly issuedOn: Day;
    };
  }
}

/**
 * Freezes the draft: its number, the entry in the audit chain and the event exist exactly if this commits. Mails to
 * leaders and files are made by handlers of the event, because until the commit nobody else can append to the chain.
 */
@Injectable()
export class FreezeBriefing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly briefings: Briefings,
    private readonly policies: PolicyCommittee,
    private readonly issue: BriefingIssue,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezing again from the same page returns what was frozen; so does freezing a draft that does not differ from the
   * version before. `revision`: the one that the board has seen. @throws DomainError briefing.not_found,
   * briefing.nothing_to_freeze, edit.stale
   */
  execute(month: Month, revision: number): Promise<MonthBriefing> {
    return this.work.run(async () => {
      await this.briefings.lock(month);
      await this.policies.keepPolicies();
      // Only the latest version can be a draft, so the one before it is frozen.
      const [latest, before = null] = await this.briefings.list(month, 2);
      if (!latest) throw new DomainError('briefing.not_found', { month });
      const isRepeated = latest.frozen !== null && revision === latest.revision - 1;
      if (!isRepeated) {
        await this.edits.named({ kind: 'briefing', id: latest.id }, () => mustHaveSeen(revision, latest.revision));
      }
      return latest.frozen ? latest : this.close(latest, before);
    });
  }

  private async close(draft: MonthBriefing, before: MonthBriefing | null): Promise<MonthBriefing> {
    const { id, month, version } = draft;
    const content = contentToFreeze(draft);
    if (before && says(before, content)) {
      this.audit.record({ action: 'briefing.draft_given_up', subject: { kind: 'briefing', id }, details: { month } });
      return this.briefings.giveUp(draft, before);
    }
    const reserved = await this.issue.reserve();
    const { id: documentId, symbol, issuedOn } = reserved;
    this.audit.record({
      action: 'briefing.frozen',
      subject: { kind: 'briefing', id },
      details: { month, version, contentHash: briefingHash(content) },
    });
    // The head in the footer covers the entry just made, and with it the content. It is asked for late, because from
    // here on nobody else of the committee can append to the chain.
    const head = await this.audit.head();
    await this.issue.issue(content, version, reserved, head);
    const by = this.work.actor.accountId;
    const frozen = frozenAs(draft, content, { at: this.clock.now(), by, documentId, symbol, auditHead: head.hash });
    await this.briefings.store(frozen);
    await this.events.publish(
      'briefing.frozen',
      { month, version, documentId, symbol, issuedOn },
      { subject: id, about: [`month/${month}`] },
    );
    return frozen;
  }
}
