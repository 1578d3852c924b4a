import type { Month } from '../../../kernel/month.ts';
import type { Sources } from '../domain/statement.ts';

const SPAN = /^\d{1,5}(-\d{1,5})?$/;

/** The page that lists the visits behind a figure: `/months/2020-12/briefing/sources?version=1&lines=1-3,7`. */
export function sourcesPath(month: Month, version: number, lines: Sources): string {
  return `/months/${month}/briefing/sources?version=${version}&lines=${writeLines(lines)}`;
}

/** `[1, 2, 3, 7]` as `1-3,7`. */
export function writeLines(lines: Sources): string {
  const spans: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.to === line - 1) last.to = line;
    else spans.push({ from: line, to: line });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** A test for the line numbers in a list; null where the text is no such list. */
export function readLines(text: string): ((line: number) => boolean) | null {
  const written = text.split(',');
  if (!written.every((span) => SPAN.test(span))) return null;
  const spans = written.map((span) => {
    const [from = '0', to = from] = span.split('-');
    return { from: Number(from), to: Number(to) };
  });
  return (line) => spans.some(({ from, to }) => line >= from && line <= to);
}
