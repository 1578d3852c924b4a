/** The fields of a form by name, as typed; empty ones are left out. */
export type Entries = Readonly<Record<string, string>>;

export interface Difference {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedDrafts {
  /** Where both drafts changed a field, the local value is used until somebody chooses. */
  readonly entries: Entries;
  readonly differences: readonly Difference[];
}

/**
 * Merges two drafts with a common origin, field by field: a field changed by one of them takes that value. Items that
 * both added to a list are placed one after the other.
 */
export function mergeDrafts(base: Entries, mine: Entries, theirs: Entries): MergedDrafts {
  const here = withItemsMoved(base, mine, theirs);
  const entries: Record<string, string> = {};
  const differences: Difference[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(here)])) {
    const [was, own, other] = [base[name] ?? '', here[name] ?? '', theirs[name] ?? ''];
    const value = own === was ? other : own;
    if (value !== '') entries[name] = value;
    if (own !== was && other !== was && own !== other) differences.push({ name, mine: own, theirs: other });
  }
  return { entries, differences };
}

/** `shortcomings[0][text]`, and `extra[lanes][0][lane]` of a table. */
const ITEM = /^(.+?)\[(\d+)\](.*)$/;

/** Local new items whose index the other draft also used for a new item move to the next free index. */
function withItemsMoved(base: Entries, mine: Entries, theirs: Entries): Entries {
  const [was, own, other] = [itemsOf(base), itemsOf(mine), itemsOf(theirs)];
  const moved: Record<string, string> = { ...mine };
  const taken = new Set([...was.keys(), ...own.keys(), ...other.keys()]);
  for (const [item, fields] of own) {
    const rival = other.get(item);
    if (was.has(item) || !rival || JSON.stringify(fields) === JSON.stringify(rival)) continue;
    const list = item.slice(0, item.lastIndexOf('['));
    let next = 0;
    while (taken.has(`${list}[${next}]`)) next += 1;
    taken.add(`${list}[${next}]`);
    for (const [field, value] of fields) {
      delete moved[`${item}${field}`];
      moved[`${list}[${next}]${field}`] = value;
    }
  }
  return moved;
}

function itemsOf(entries: Entries): Map<string, (readonly [string, string])[]> {
  const items = new Map<string, (readonly [string, string])[]>();
  for (const [name, value] of Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [, list, index, field] = ITEM.exec(name) ?? [];
    if (list === undefined || index === undefined || field === undefined) continue;
    const item = `${list}[${index}]`;
    items.set(item, [...(items.get(item) ?? []), [field, value]]);
  }
  return items;
}

/** A draft with what the service had when it was begun. */
export interface BegunDraft {
  readonly base: Entries;
  readonly entries: Entries;
}

export interface JoinedDrafts extends MergedDrafts {
  /** What the service had, but for the fields that differ: with it they are found again if nobody chooses now. */
  readonly base: Entries;
  /** Whether something is in it that the writer of a draft has not seen. */
  readonly hasNews: boolean;
}

/** Merges drafts of one device one after another with that of the service. */
export function joinDrafts(drafts: readonly BegunDraft[], theirs: Entries): JoinedDrafts {
  let entries = theirs;
  const base: Record<string, string> = { ...theirs };
  let differences: readonly Difference[] = [];
  for (const draft of drafts) {
    const merged = mergeDrafts(draft.base, draft.entries, entries);
    for (const { name } of merged.differences) {
      // Of any other field, the text in the join is the service's or the writer's own; an older one would make it a change.
      const begunWith = draft.base[name];
      if (begunWith === undefined) Reflect.deleteProperty(base, name);
      else base[name] = begunWith;
    }
    // Two texts are asked about once, however many drafts have them.
    const isAskedAgain = (one: Difference) => merged.differences.some((other) => isOfSameTexts(one, other));
    differences = [...differences.filter((one) => !isAskedAgain(one)), ...merged.differences];
    entries = merged.entries;
  }
  const isUnseen = ({ base, entries: own }: BegunDraft) => !isSame(base, theirs) || !isSame(own, entries);
  return { entries, differences, base, hasNews: drafts.some(isUnseen) };
}

function isOfSameTexts(a: Difference, b: Difference): boolean {
  return a.name === b.name && [b.mine, b.theirs].includes(a.mine) && [b.mine, b.theirs].includes(a.theirs);
}

/**
 * What a draft was begun from, once it is known what became of a save that was never answered: a field that the service
 * has as it was sent then is this writer's own, and no change from elsewhere.
 */
export function baseAfter(base: Entries, unanswered: Entries | null, theirs: Entries): Entries {
  if (!unanswered) return base;
  const own = (name: string) => (unanswered[name] ?? '') === (theirs[name] ?? '');
  const names = new Set([...Object.keys(base), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...names].flatMap((name): [string, string][] => {
      const value = own(name) ? theirs[name] : base[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The fields that differ, by name. */
export function changedFields(before: Entries, after: Entries): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [theirs, mine] = [before[name] ?? '', after[name] ?? ''];
    return theirs === mine ? [] : [{ name, mine, theirs }];
  });
}

function isSame(a: Entries, b: Entries): boolean {
  return changedFields(a, b).length === 0;
}
