import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { briefingHash } from './briefing-content.ts';
import type { BriefingBlock, BriefingContent, BriefingPart } from './briefing-model.ts';
import { union } from './statement.ts';

declare module '../../../kernel/domain-error.ts' {
  interface ErrorParams {
    'briefing.part_not_found': { partId: string };
    'briefing.nothing_to_freeze': { month: string };
  }
}

/** A version that no longer changes: its content, and the hash by which anybody can check it. */
export interface FrozenBriefing {
  readonly month: Month;
  /** 1, 2, … within the month. */
  readonly version: number;
  readonly hash: string;
  readonly content: BriefingContent;
  readonly frozenAt: Date;
  readonly frozenBy: AccountId | null;
}

/**
 * Freezes what the board sees. The same content again is the same version, however often the button is pressed.
 * @throws DomainError `briefing.nothing_to_freeze` where no form has been accepted.
 */
export function freeze(
  latest: FrozenBriefing | null,
  content: BriefingContent,
  { at, by }: { readonly at: Date; readonly by: AccountId | null },
): FrozenBriefing {
  if (content.figures.forms === 0) throw new DomainError('briefing.nothing_to_freeze', { month: content.month });
  const hash = briefingHash(content);
  if (latest?.hash === hash) return latest;
  return { month: content.month, version: (latest?.version ?? 0) + 1, hash, content, frozenAt: at, frozenBy: by };
}

/**
 * Puts the board's own sentences in the place of a part's. Tables stay, and so do the sources of what was replaced;
 * without sentences the part speaks by its tables alone, and a part without either is left out.
 * @throws DomainError `briefing.part_not_found`.
 */
export function rewritePart(content: BriefingContent, partId: string, sentences: readonly string[]): BriefingContent {
  if (!content.sections.some((section) => section.parts.some((part) => part.id === partId))) {
    throw new DomainError('briefing.part_not_found', { partId });
  }
  const sections = content.sections.map((section) => ({
    ...section,
    parts: section.parts
      .map((part) => (part.id === partId ? rewritten(part, sentences) : part))
      .filter((part) => part.blocks.length > 0),
  }));
  return { ...content, sections };
}

function rewritten(part: BriefingPart, sentences: readonly string[]): BriefingPart {
  const sources = union(
    part.blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
          return [block.statement.sources];
        case 'points':
          return block.items.map((item) => item.sources);
        case 'table':
          return [];
      }
    }),
  );
  const said = sentences.map((each) => each.trim()).filter((each) => each !== '');
  const blocks: BriefingBlock[] = [
    ...said.map((each) => ({ kind: 'paragraph' as const, statement: { pieces: [each], sources } })),
    ...part.blocks.filter((block) => block.kind === 'table'),
  ];
  return { ...part, blocks };
}
