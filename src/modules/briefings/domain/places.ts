import { compareNames, groupBy } from './observed-month.ts';
import type { ObservedMeeting } from './observed-month.ts';
import { joined, listed, say } from './statement.ts';
import type { Sources, Statement } from './statement.ts';
import { clause, countOf } from './vietnamese-figures.ts';

/** Something written on a form, with its place. */
export interface Remark {
  readonly text: string;
  readonly field: string | null;
  readonly observed: ObservedMeeting;
  readonly line: number;
}

/** A remark with all the places where it was made. */
export interface SharedRemark {
  readonly text: string;
  readonly remarks: readonly Remark[];
  readonly sources: Sources;
}

/** Groups remarks with equal wording; the most frequent first, then those of the weakest branches. */
export function sharedRemarks(remarks: readonly Remark[]): SharedRemark[] {
  const byWording = groupBy(remarks, (each) => clause(each.text, Infinity).toLocaleLowerCase('vi'));
  const weakest = (of: readonly Remark[]) => Math.min(...of.map((each) => each.observed.score.total));
  return [...byWording.entries()]
    .sort(([a, x], [b, y]) => y.length - x.length || weakest(x) - weakest(y) || (a < b ? -1 : 1))
    .map(([, of]) => ({ text: clause(of[0]?.text ?? ''), remarks: of, sources: linesOf(of) }));
}

/**
 * Names a few branches: `Chi bộ Khu phố 1 (Phường 3), Chi bộ Khu phố 2 và Chi bộ Khu phố 5 (Phường 8)`. Counts many,
 * with the areas that have most: `22 chi bộ, nhiều nhất ở Phường 2 (05), Phường 6 (04) và Phường 8 (04)`.
 */
export function placesOf(remarks: readonly Remark[], shown: number): Statement {
  const branches = branchesOf(remarks);
  const areas = [...groupBy(branches, (of) => of.observed.area.name)].sort(
    ([a, x], [b, y]) => y.length - x.length || compareNames(a, b),
  );
  const [first] = areas;
  if (branches.length <= shown || !first || first[1].length === 1) return namedPlaces(branches, shown);
  const count = countOf(
    branches.length,
    branches.flatMap((each) => each.lines),
  );
  if (areas.length === 1) return say()`${count} chi bộ của ${first[0]}`;
  const most = areas.slice(0, 3).map(
    ([area, of]) =>
      say()`${area} (${countOf(
        of.length,
        of.flatMap((each) => each.lines),
      )})`,
  );
  return say()`${count} chi bộ, ${areas.length > 3 ? 'nhiều nhất ' : ''}ở ${listed(most)}`;
}

interface BranchPlace {
  readonly observed: ObservedMeeting;
  readonly lines: readonly number[];
}

function branchesOf(remarks: readonly Remark[]): BranchPlace[] {
  return [...groupBy(remarks, (each) => each.observed.branch.id).values()]
    .flatMap((of) => (of[0] ? [{ observed: of[0].observed, lines: linesOf(of) }] : []))
    .sort(
      (a, b) =>
        compareNames(a.observed.area.name, b.observed.area.name) ||
        compareNames(a.observed.branch.name, b.observed.branch.name),
    );
}

function namedPlaces(branches: readonly BranchPlace[], shown: number): Statement {
  const named = [...groupBy(branches.slice(0, shown), (each) => each.observed.area.name)].map(([area, of]) => {
    const names = of.map((each) => say(each.lines)`${each.observed.branch.name}`);
    return say()`${listed(names)} (${area})`;
  });
  const others = branches.slice(shown);
  if (others.length > 0) {
    named.push(
      say()`cùng ${countOf(
        others.length,
        others.flatMap((each) => each.lines),
      )} chi bộ khác`,
    );
  }
  return joined(named, ', ');
}

/** Names all of them. */
export function everyPlace(observed: readonly ObservedMeeting[]): Statement {
  return namedPlaces(
    observed.map((each) => ({ observed: each, lines: each.sources })),
    observed.length,
  );
}

/** `Môi trường (12 ý kiến), an ninh trật tự (05) và văn hóa (03)`, most frequent first. */
export function byField(
  remarks: readonly Remark[],
  nameOf: (field: string | null) => string,
): { field: string | null; name: string; remarks: Remark[] }[] {
  return [...groupBy(remarks, (each) => each.field)]
    .map(([field, of]) => ({ field, name: nameOf(field), remarks: of }))
    .sort(
      (a, b) =>
        Number(a.field === null) - Number(b.field === null) ||
        b.remarks.length - a.remarks.length ||
        compareNames(a.name, b.name),
    );
}

export function fieldCounts(
  groups: readonly { readonly name: string; readonly remarks: readonly Remark[] }[],
): Statement {
  return listed(
    groups.map(
      ({ name, remarks }) =>
        say()`${name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)} (${countOf(remarks.length, linesOf(remarks))})`,
    ),
  );
}

export function branchCount(remarks: readonly Remark[]): number {
  return new Set(remarks.map((each) => each.observed.branch.id)).size;
}

export function linesOf(remarks: readonly Remark[]): number[] {
  return [...new Set(remarks.map((each) => each.line))];
}

export const NO_FIELD = 'Chưa ghi lĩnh vực';

export function fieldNames(
  fields: readonly { readonly code: string; readonly name: string }[],
): (code: string | null) => string {
  const names = new Map(fields.map((field) => [field.code, field.name]));
  return (code) => (code === null ? NO_FIELD : (names.get(code) ?? code));
}
