import type { AuditHead } from '../../audit/index.ts';
import type { ReservedDocument } from '../../documents/index.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';

/** Issues a frozen briefing as a document; all methods take part in the ambient transaction. */
export abstract class BriefingIssue {
  /** Reserves the next number of the register for it. */
  abstract reserve(): Promise<ReservedDocument>;
  /** Enters it in the register, with the head of the audit chain in the footer of each page. */
  abstract issue(content: BriefingContent, version: number, reserved: ReservedDocument, head: AuditHead): Promise<void>;
}
