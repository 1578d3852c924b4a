import { Injectable } from '@nestjs/common';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { fingerprint } from '../../../kernel/fingerprint.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { COMMITTEE_LABEL_KEYS, type CommitteeLabels } from '../domain/committee-labels.ts';
import { Committees } from '../infra/repositories/committees.ts';

/** Changes the names of the committee; issued documents keep theirs. */
@Injectable()
export class ChangeLabels {
  constructor(
    private readonly work: UnitOfWork,
    private readonly committees: Committees,
    private readonly audit: AuditTrail,
  ) {}

  read(): Promise<{ readonly labels: CommitteeLabels; readonly revision: number }> {
    return this.work.run(async () => {
      const labels = await this.committees.labels();
      return { labels, revision: fingerprint(labels) };
    });
  }

  /** The same labels again change nothing; returns how many changed. @throws DomainError edit.stale */
  execute(seen: number, wanted: CommitteeLabels): Promise<number> {
    return this.work.run(async () => {
      const before = await this.committees.labels({ lock: true });
      const changes = COMMITTEE_LABEL_KEYS.flatMap((field) =>
        before[field] === wanted[field] ? [] : [{ key: field, before: before[field], after: wanted[field] }],
      );
      if (changes.length === 0) return 0;
      // Imports change labels too, and are recorded differently in the trail, so the error does not name who was first.
      mustHaveSeen(seen, fingerprint(before));
      await this.committees.setLabels(wanted);
      const { committeeId } = this.work.actor;
      this.audit.record({
        action: 'committee.renamed',
        subject: { kind: 'committee', id: committeeId },
        details: { changes },
      });
      return changes.length;
    });
  }
}
