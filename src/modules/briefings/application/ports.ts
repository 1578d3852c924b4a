import type { Month } from '../../../kernel/month.ts';
import type { AuditHead } from '../../audit/index.ts';
import type { ReservedDocument } from '../../documents/index.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';
import type { BriefingInput } from '../domain/briefing-input.ts';
import type { MonthBriefing } from '../domain/month-briefing.ts';

export abstract class BriefingFacts {
  /** Everything that a month's briefing is made of, as it is now. */
  abstract read(month: Month, now: Date): Promise<BriefingInput>;
}

export abstract class Briefings {
  /** Serialises whoever changes a month's briefing until the transaction ends. */
  abstract lock(month: Month): Promise<void>;
  /** The latest versions, or all, the latest first. */
  abstract list(month: Month, most?: number): Promise<MonthBriefing[]>;
  /** @throws DomainError briefing.not_found */
  abstract getLatest(month: Month): Promise<MonthBriefing>;
  abstract findLatest(month: Month): Promise<MonthBriefing | null>;
  /** Inserts, or replaces the draft of the same id; a version that is frozen is never replaced. */
  abstract store(briefing: MonthBriefing): Promise<void>;
  /** Gives a draft up for the frozen version before it, whose revision rises above the draft's. */
  abstract giveUp(draft: MonthBriefing, before: MonthBriefing): Promise<MonthBriefing>;
}

/** What the office does with a briefing that is frozen; each joins the ambient transaction. */
export abstract class BriefingOffice {
  /** The next number of the register, under which it is issued. */
  abstract reserve(): Promise<ReservedDocument>;
  /** Mails its highlights to the leaders. */
  abstract announce(content: BriefingContent, reserved: ReservedDocument): Promise<void>;
  /** Enters it in the register, with the head of the audit chain in the foot of each page. */
  abstract issue(content: BriefingContent, version: number, reserved: ReservedDocument, head: AuditHead): Promise<void>;
}
