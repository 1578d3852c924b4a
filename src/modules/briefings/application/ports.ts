import type { Day, Month } from '../../../kernel/month.ts';
import type { AuditHead } from '../../audit/index.ts';
import type { BriefingContent } from '../domain/briefing-model.ts';
import type { BriefingInput } from '../domain/briefing-input.ts';
import type { Freezing, MonthBriefing } from '../domain/month-briefing.ts';

export abstract class BriefingFacts {
  /** Everything that a month's briefing is made of, as it is now. */
  abstract read(month: Month, now: Date): Promise<BriefingInput>;
}

export abstract class Briefings {
  /** Serialises whoever changes a month's briefing until the transaction ends. */
  abstract lock(month: Month): Promise<void>;
  /** All versions, the latest first. */
  abstract list(month: Month): Promise<MonthBriefing[]>;
  /** @throws DomainError briefing.not_found */
  abstract getLatest(month: Month): Promise<MonthBriefing>;
  abstract findLatest(month: Month): Promise<MonthBriefing | null>;
  abstract findLatestFrozen(month: Month): Promise<MonthBriefing | null>;
  /** Inserts, or replaces the draft of the same id. */
  abstract store(briefing: MonthBriefing): Promise<void>;
  /** Gives a draft up for the frozen version before it, whose revision rises above the draft's. */
  abstract giveUp(draft: MonthBriefing, before: MonthBriefing): Promise<MonthBriefing>;
}

/** A briefing as it stands in the register of documents. */
export type IssuedBriefing = Pick<Freezing, 'documentId' | 'symbol'> & { readonly issuedOn: Day };

/** What the office does with a briefing that is frozen; both join the ambient transaction. */
export abstract class BriefingOffice {
  /** Gives it the next number of the register, with the head of the audit chain in the foot of each page. */
  abstract issue(content: BriefingContent, version: number, head: AuditHead): Promise<IssuedBriefing>;
  /** Mails its highlights to the leaders. */
  abstract announce(content: BriefingContent, issued: IssuedBriefing): Promise<void>;
}
