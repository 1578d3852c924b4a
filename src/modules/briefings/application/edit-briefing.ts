import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { edited, type MonthBriefing } from '../domain/month-briefing.ts';
import type {} from '../errors.ts';
import { Briefings } from '../infra/repositories/briefings.ts';

/** Replaces a part's sentences by the board's text; an empty text restores the compiled sentences. */
@Injectable()
export class EditBriefing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly briefings: Briefings,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
  ) {}

  /**
   * `revision`: the one that the editor has seen. @throws DomainError briefing.not_found, briefing.already_frozen,
   * briefing.part_not_found, edit.stale
   */
  execute(month: Month, partId: string, text: string, revision: number): Promise<MonthBriefing> {
    return this.work.run(async () => {
      await this.briefings.lock(month);
      const draft = await this.briefings.getLatest(month);
      await this.edits.named({ kind: 'briefing', id: draft.id }, () => mustHaveSeen(revision, draft.revision));
      if (draft.frozen) throw new DomainError('briefing.already_frozen', { month, version: draft.version });
      const briefing = edited(draft, partId, text);
      await this.briefings.store(briefing);
      this.audit.record({
        action: 'briefing.edited',
        subject: { kind: 'briefing', id: briefing.id },
        details: { month, version: briefing.version, partId, text: briefing.edits[partId]?.text ?? null },
      });
      return briefing;
    });
  }
}
