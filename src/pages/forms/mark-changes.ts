import type { AnswerRow, AnswerSection } from './submission.view.ts';

/** Marks each answer that differs from the previous version; a removed answer is shown as – with its earlier text. */
export function markChanges(now: readonly AnswerSection[], before: readonly AnswerSection[]): AnswerSection[] {
  const was = new Map(before.flatMap(({ rows }) => rows.map((row) => [row.question, row] as const)));
  const is = new Set(now.flatMap(({ rows }) => rows.map(({ question }) => question)));
  const marked = now.map((section) => ({
    ...section,
    rows: section.rows.map((row) => {
      const old = was.get(row.question);
      return old && textOf(old) === textOf(row) ? row : { ...row, before: (old && textOf(old)) || '–' };
    }),
  }));
  const gone = before
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ question }) => !is.has(question)).map(emptied) }))
    .filter(({ rows }) => rows.length > 0);
  return gone.reduce<AnswerSection[]>(
    (sections, { title, rows }) =>
      sections.some((each) => each.title === title)
        ? sections.map((each) => (each.title === title ? { ...each, rows: [...each.rows, ...rows] } : each))
        : [...sections, { title, rows }],
    marked,
  );
}

function emptied(row: AnswerRow): AnswerRow {
  return { question: row.question, label: row.label, value: '–', items: [], before: textOf(row) };
}

function textOf({ value, items }: AnswerRow): string {
  return value ?? items.map((item) => item.map((each) => `${each.label}: ${each.value}`).join(' · ')).join('\n');
}
