import { DomainError } from '../../../kernel/domain-error.ts';
import type { BriefingBlock, BriefingContent, BriefingPart } from './briefing-model.ts';
import { union } from './statement.ts';

declare module '../../../kernel/domain-error.ts' {
  interface ErrorParams {
    'briefing.part_not_found': { partId: string };
  }
}

/**
 * Replaces a part's sentences by the board's own. Tables are kept, and so are the sources of the replaced sentences.
 * Without sentences the part consists of its tables; a part with neither is left out. @throws DomainError
 * `briefing.part_not_found`.
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
