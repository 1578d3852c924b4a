import { contentHash } from '../../../kernel/canonical-json.ts';
import { longRemarkAnnex, reflectionAnnex, scoreAnnex, visitAnnex } from './annexes.ts';
import { branchesNeedingAttention } from './attention.ts';
import type { BriefingInput } from './briefing-input.ts';
import type { BriefingContent } from './briefing-model.ts';
import { figuresOf } from './month-figures.ts';
import { observedMonth } from './observed-month.ts';
import { proposals } from './proposals.ts';
import { reflections } from './reflections.ts';
import { results } from './results.ts';
import { shortcomings } from './shortcomings.ts';
import { situation } from './situation.ts';
import { say } from './statement.ts';
import { monthInWords } from './vietnamese-figures.ts';

/** Compiles the briefing of a month. Equal input gives equal content, in whatever order its lists are. */
export function compileBriefing(input: BriefingInput): BriefingContent {
  const month = observedMonth(input);
  const figures = figuresOf(month);
  const attention = branchesNeedingAttention(month);
  const words = monthInWords(input.month);
  const decided = month.observed.flatMap(({ meeting: { id, official } }): [string, number][] =>
    official ? [[id, official.number]] : [],
  );
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
    annexes: [visitAnnex(month), scoreAnnex(month), reflectionAnnex(month), ...longRemarkAnnex(month)],
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
    ...(decided.length > 0 && { officialRatings: Object.fromEntries(decided) }),
  };
}

/** The fingerprint of a frozen version. */
export function briefingHash(content: BriefingContent): string {
  return contentHash(content);
}
