import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Month, monthIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type DocumentFile, Documents, type FileFormat, Letterheads, symbol } from '../../documents/index.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Briefings } from './repositories/briefings.ts';
import { contentOf } from '../domain/month-briefing.ts';
import type {} from '../errors.ts';
import { briefingDocument } from './briefing-document.ts';
import { frameOf } from './briefing-frame.ts';

/** The draft as it would be printed today: without a number, the day left blank, and marked as a draft on each page. */
@Injectable()
export class DraftPreview {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly briefings: Briefings,
    private readonly letterheads: Letterheads,
    private readonly documents: Documents,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError briefing.not_found, also where the latest version is frozen. */
  async file(month: Month, format: FileFormat): Promise<DocumentFile> {
    const document = await this.work.run(async () => {
      const letterhead = await this.letterheads.get();
      const briefing = await this.briefings.getLatest(month);
      if (briefing.frozen) throw new DomainError('briefing.not_found', { month });
      const number = { kind: 'unnumbered', symbol: symbol('BC', letterhead.boardSymbol) } as const;
      const { version } = briefing;
      return briefingDocument(contentOf(briefing), {
        ...frameOf(letterhead, number, monthIn(letterhead.timeZone, this.clock.now()), {
          publicUrl: this.config.publicUrl,
          month,
          version,
        }),
        marks: { draft: true },
      });
    });
    const bytes = await (format === 'pdf' ? this.documents.renderPdf(document) : this.documents.renderDocx(document));
    return { name: `giao-ban-${month}-du-thao.${format}`, bytes };
  }
}
