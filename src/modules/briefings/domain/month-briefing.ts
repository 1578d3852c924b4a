import type { AccountId, DocumentId, Id } from '../../../kernel/id.ts';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { briefingHash } from './briefing-content.ts';
import type { BriefingContent, BriefingPart } from './briefing-model.ts';
import { type BriefingInput, isUnattended } from './briefing-input.ts';
import { rewritePart } from './rewrite-part.ts';
import { textOf } from './statement.ts';

declare module '../../../kernel/domain-error.ts' {
  interface ErrorParams {
    'briefing.nothing_to_freeze': { month: Month };
  }
}

export type BriefingId = Id<'Briefing'>;

/** The board's own text for a part, with the fingerprint of the text that it replaced. */
export interface PartEdit {
  readonly text: string;
  readonly replaced: string;
}

export type BriefingEdits = Readonly<Record<string, PartEdit>>;

/** What a version receives when it is frozen. */
export interface Freezing {
  readonly at: Date;
  readonly by: AccountId | null;
  readonly documentId: DocumentId;
  readonly symbol: string;
  /** Hash of the head of the audit chain, printed in the document's footer. */
  readonly auditHead: string;
}

/** One version of a month's briefing. Only the latest can be a draft. */
export interface MonthBriefing {
  readonly id: BriefingId;
  readonly month: Month;
  readonly version: number;
  /** As compiled; once frozen, as frozen. */
  readonly content: BriefingContent;
  readonly edits: BriefingEdits;
  /** Number of visits whose form is not included: not sent, waiting for review, or returned. */
  readonly missingForms: number;
  readonly compiledAt: Date;
  readonly compiledBy: AccountId | null;
  readonly frozen: Freezing | null;
  /**
   * Rises with every change and continues through the versions of a month, so that a page of an earlier version never
   * has a current revision.
   */
  readonly revision: number;
}

export interface Compilation {
  readonly content: BriefingContent;
  readonly missingForms: number;
  readonly at: Date;
  readonly by: AccountId | null;
}

/** Whether a compilation would leave the draft as it is; always false for a frozen version. */
export function saysTheSame(latest: MonthBriefing, made: Pick<Compilation, 'content' | 'missingForms'>): boolean {
  return (
    latest.frozen === null &&
    latest.missingForms === made.missingForms &&
    contentHash(latest.content) === contentHash(made.content)
  );
}

/**
 * Applies a compilation: it replaces the draft, or begins the version after a frozen one. The board's texts are kept.
 */
export function compiled(id: BriefingId, latest: MonthBriefing | null, made: Compilation): MonthBriefing {
  const draft = latest && latest.frozen === null ? latest : null;
  return {
    id: draft?.id ?? id,
    month: made.content.month,
    version: draft?.version ?? (latest?.version ?? 0) + 1,
    content: made.content,
    edits: latest?.edits ?? {},
    missingForms: made.missingForms,
    compiledAt: made.at,
    compiledBy: made.by,
    frozen: null,
    revision: (latest?.revision ?? 0) + 1,
  };
}

/**
 * Replaces a part's sentences by the board's text; an empty text, or the compiled text itself, restores what was
 * compiled. @throws DomainError `briefing.part_not_found`.
 */
export function edited(draft: MonthBriefing, partId: string, text: string): MonthBriefing {
  const part = partsOf(draft.content).get(partId);
  if (!part) throw new DomainError('briefing.part_not_found', { partId });
  const said = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const { [partId]: _, ...others } = draft.edits;
  const edits =
    said === '' || said === writtenOut(part)
      ? others
      : { ...others, [partId]: { text: said, replaced: contentHash(part) } };
  return { ...draft, edits, revision: draft.revision + 1 };
}

/**
 * The content with the board's texts in place. A text whose part is missing this time is kept for when the part is
 * back.
 */
export function contentOf({ content, edits, frozen }: MonthBriefing): BriefingContent {
  if (frozen) return content;
  const parts = partsOf(content);
  return Object.entries(edits)
    .filter(([partId]) => parts.has(partId))
    .reduce((said, [partId, { text }]) => rewritePart(said, partId, text.split('\n')), content);
}

/** Parts whose compiled sentences or figures have changed since the board replaced them. */
export function outdatedEdits({ content, edits, frozen }: MonthBriefing): ReadonlySet<string> {
  if (frozen) return new Set();
  const parts = partsOf(content);
  const outdated = Object.entries(edits).filter(([partId, { replaced }]) => {
    const part = parts.get(partId);
    return part !== undefined && contentHash(part) !== replaced;
  });
  return new Set(outdated.map(([partId]) => partId));
}

/** A part's sentences as text, one paragraph or point per line. */
export function writtenOut(part: BriefingPart): string {
  return part.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
          return [textOf(block.statement)];
        case 'points':
          return block.items.map((item) => `- ${textOf(item)}`);
        case 'table':
          return [];
      }
    })
    .join('\n');
}

/**
 * The content to freeze: the draft's content with the board's texts in place. @throws DomainError
 * `briefing.nothing_to_freeze` where no form has been accepted.
 */
export function contentToFreeze(draft: MonthBriefing): BriefingContent {
  const content = contentOf(draft);
  if (content.figures.forms === 0) throw new DomainError('briefing.nothing_to_freeze', { month: draft.month });
  return content;
}

/** Whether a frozen version has exactly this content, so that no new number is needed. */
export function says({ content: frozen }: MonthBriefing, content: BriefingContent): boolean {
  return briefingHash(frozen) === briefingHash(content);
}

/** The frozen version of a draft. */
export function frozenAs(draft: MonthBriefing, content: BriefingContent, frozen: Freezing): MonthBriefing {
  return { ...draft, content, frozen, revision: draft.revision + 1 };
}

export function missingForms({ visits }: BriefingInput): number {
  return visits.filter((visit) => visit.form === null && !isUnattended(visit)).length;
}

export function partsOf(content: BriefingContent): ReadonlyMap<string, BriefingPart> {
  return new Map(content.sections.flatMap((section) => section.parts.map((part) => [part.id, part])));
}
