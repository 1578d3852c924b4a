import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { dayIn, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type DocumentFile, DocumentRegister, Documents, type FileFormat } from '../../documents/index.ts';
import type {} from '../errors.ts';
import { dutyPages } from './duty-pages.ts';
import { dutyRow, PlanVisitsReadModel } from './plan-visits-read-model.ts';
import { Plans } from './repositories/plans.ts';

/** The pages of a published month to be handed out; rendered anew each time, because visits may move. */
@Injectable()
export class PersonalDutyPages {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly visits: PlanVisitsReadModel,
    private readonly register: DocumentRegister,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /**
   * For everybody, or for one person. @throws DomainError plan.not_found where the month has no notice or the person no
   * visit
   */
  async file(month: Month, format: FileFormat, specialistId: SpecialistId | null): Promise<DocumentFile> {
    const { name, content } = await this.work.run(async () => {
      const published = await this.plans.findPublished(month);
      const visits = published ? await this.visits.listOfMonth(month) : [];
      const own = visits.filter((visit) => specialistId === null || visit.specialistId === specialistId);
      const [first] = own;
      if (!published?.noticeId || first === undefined) throw new DomainError('plan.not_found', { month });
      const notice = await this.register.contentOf(published.noticeId);
      const today = dayIn(first.zone, this.clock.now());
      return {
        name: `phan-cong-${month}.${format}`,
        content: dutyPages(notice, { month, today, rows: own.map(dutyRow) }),
      };
    });
    const bytes = await (format === 'pdf' ? this.documents.renderPdf(content) : this.documents.renderDocx(content));
    return { name, bytes };
  }
}
