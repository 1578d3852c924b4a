import type { MonthModel } from './month-model.ts';

/**
 * Sets of meetings of which one person can attend at most one, such that every excluding pair is in one of them. Each
 * is as large as it can be: one row per set is far stronger than one per pair. Deterministic: by start, then position.
 */
export function exclusionCliques(model: MonthModel): number[][] {
  const order = model.meetings
    .map((meeting, index) => ({ index, start: meeting.start }))
    .sort((a, b) => a.start - b.start || a.index - b.index)
    .map(({ index }) => index);
  const neighbours = order.map((m) => order.filter((other) => model.excludes(m, other)));
  const covered = new Set<number>();
  const edge = (a: number, b: number): number => Math.min(a, b) * order.length + Math.max(a, b);
  const cliques: number[][] = [];
  order.forEach((m, position) => {
    for (const other of neighbours[position] ?? []) {
      if (covered.has(edge(m, other))) continue;
      const clique = [m, other];
      for (const third of neighbours[position] ?? []) {
        if (third !== other && clique.every((member) => model.excludes(member, third))) clique.push(third);
      }
      clique.forEach((a, i) => clique.slice(i + 1).forEach((b) => covered.add(edge(a, b))));
      cliques.push(clique.sort((a, b) => a - b));
    }
  });
  return cliques;
}
