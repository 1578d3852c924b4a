import type { AuditHead } from '../../audit/index.ts';
import type { ReservedDocument } from '../../documents/index.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';

/** What the office does with a briefing that is frozen; each joins the ambient transaction. */
export abstract class BriefingIssue {
  /** The next number of the register, under which it is issued. */
  abstract reserve(): Promise<ReservedDocument>;
  /** Enters it in the register, with the head of the audit chain in the foot of each page. */
  abstract issue(content: BriefingContent, version: number, reserved: ReservedDocument, head: AuditHead): Promise<void>;
}
