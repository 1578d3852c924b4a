import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { formatMonth } from '../../../kernel/format.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister, type ReservedDocument } from '../../documents/index.ts';
import type { AuditHead } from '../../audit/index.ts';
import { BriefingIssue } from '../application/ports.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';
import { briefingDocument } from './briefing-document.ts';
import { frameOf } from './briefing-frame.ts';

/** Registers the frozen briefing as a numbered report. */
@Injectable()
export class RegisteredBriefingIssue extends BriefingIssue {
  constructor(
    private readonly register: DocumentRegister,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  override reserve(): Promise<ReservedDocument> {
    return this.register.reserve('BC');
  }

  override async issue(
    content: BriefingContent,
    version: number,
    reserved: ReservedDocument,
    { seq, hash }: AuditHead,
  ): Promise<void> {
    const { month } = content;
    const { letterhead, number, issuedOn } = reserved;
    const frame = frameOf(letterhead, number, issuedOn, { publicUrl: this.config.publicUrl, month, version });
    await this.register.issueAs(
      reserved,
      `Giao ban tháng ${formatMonth('vi', month)}${version > 1 ? `, bản ${version}` : ''}`,
      briefingDocument(content, { ...frame, marks: { foot: `Chuỗi nhật ký, mục ${seq}: ${hash}` } }),
    );
  }
}
