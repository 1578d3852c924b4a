import { contentHash } from '../../../kernel/canonical-json.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { SubmissionId } from '../../evaluations/index.ts';
import { scoreAnnex, reflectionAnnex, visitAnnex } from './annexes.ts';
import { branchesNeedingAttention } from './attention.ts';
import type { BriefingFigures } from './briefing-figures.ts';
import type { BriefingInput } from './briefing-input.ts';
import { figuresOf } from './month-figures.ts';
import { observedMonth } from './observed-month.ts';
import { proposals } from './proposals.ts';
import { reflections } from './reflections.ts';
import { results } from './results.ts';
import { shortcomings } from './shortcomings.ts';
import { situation } from './situation.ts';
import type { Sources, Statement } from './statement.ts';
import { say, union } from './statement.ts';
import { monthInWords } from './vietnamese-figures.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly statement: Statement;
}

export interface Points {
  readonly kind: 'points';
  readonly items: readonly Statement[];
}

export interface BriefingTable {
  readonly kind: 'table';
  readonly columns: readonly BriefingColumn[];
  readonly rows: readonly BriefingRow[];
  /** Stands in the table where it has no rows. */
  readonly whenEmpty: string;
}

export interface BriefingColumn {
  readonly header: string;
  readonly group?: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type BriefingRow =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'cells';
      readonly cells: readonly string[];
      readonly sources: Sources;
      readonly total?: boolean;
      /** This row is that line of the visit list. */
      readonly line?: number;
    };

export type BriefingBlock = Paragraph | Points | BriefingTable;

export interface BriefingPart {
  /** Stable over compilations, so that an edit finds its place: `results.attendance`. */
  readonly id: string;
  /** Null in a section of a single part. */
  readonly title: string | null;
  readonly blocks: readonly BriefingBlock[];
}

export const SECTION_IDS = ['situation', 'results', 'shortcomings', 'reflections', 'proposals'] as const;
export type BriefingSectionId = (typeof SECTION_IDS)[number];

export interface BriefingSection {
  readonly id: BriefingSectionId;
  readonly title: string;
  readonly parts: readonly BriefingPart[];
}

export interface BriefingAnnex {
  readonly id: 'visits' | 'scores' | 'reflections';
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly BriefingBlock[];
}

/** What a line of the visit list stands for. */
export interface LineOrigin {
  readonly line: number;
  readonly visitId: Id<'Visit'>;
  readonly submissionId: SubmissionId | null;
}

/** A briefing as content: its words and numbers, each with the lines of the visit list that it came from. */
export interface BriefingContent {
  readonly month: Month;
  readonly compiledOn: Day;
  readonly title: string;
  readonly opening: Statement;
  readonly sections: readonly BriefingSection[];
  readonly annexes: readonly BriefingAnnex[];
  readonly figures: BriefingFigures;
  /** Totals in hundredths by branch, for the comparison of next month. */
  readonly totals: Readonly<Record<string, number>>;
  readonly attention: readonly {
    readonly branchId: Id<'Branch'>;
    readonly signs: readonly string[];
    readonly sources: Sources;
  }[];
  readonly origins: readonly LineOrigin[];
}

/** Compiles the month. Equal input gives equal content, in whatever order its lists come. */
export function compileBriefing(input: BriefingInput): BriefingContent {
  const month = observedMonth(input);
  const figures = figuresOf(month);
  const attention = branchesNeedingAttention(month);
  const words = monthInWords(input.month);
  return {
    month: input.month,
    compiledOn: input.compiledOn,
    title: `kết quả dự sinh hoạt chi bộ ${words}`,
    opening: say()`Thực hiện kế hoạch phân công cán bộ dự sinh hoạt chi bộ ${words}, ${input.labels.issuer} tổng hợp kết quả để phục vụ hội nghị giao ban như sau:`,
    sections: [
      situation(month, figures),
      results(month, figures),
      shortcomings(month, figures, attention),
      reflections(month, figures),
      proposals(month, figures, attention),
    ],
    annexes: [visitAnnex(month), scoreAnnex(month), reflectionAnnex(month)],
    figures,
    totals: Object.fromEntries(month.observed.map((each) => [each.branch.id, each.score.total])),
    attention: attention.map(({ observed, signs }) => ({
      branchId: observed.branch.id,
      signs: signs.map((each) => each.text),
      sources: observed.sources,
    })),
    origins: month.lines.map(({ line, visit }) => ({
      line,
      visitId: visit.id,
      submissionId: visit.form?.submissionId ?? null,
    })),
  };
}

/** The forms behind a sentence or a number. */
export function submissionsBehind(content: BriefingContent, ...sources: readonly Sources[]): SubmissionId[] {
  const lines = new Set(union(sources));
  return content.origins.flatMap(({ line, submissionId }) => (lines.has(line) && submissionId ? [submissionId] : []));
}

/** The fingerprint of a frozen version. */
export function briefingHash(content: BriefingContent): string {
  return contentHash(content);
}
