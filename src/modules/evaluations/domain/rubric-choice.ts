import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day } from '../../../kernel/month.ts';
import type { RubricPurpose, RubricVersion } from './rubric.ts';

/** The properties by which a rubric is chosen, without its tables; null or left out: for all. */
export interface RubricHead extends RubricVersion {
  readonly effectiveFrom: Day;
  readonly purpose: RubricPurpose;
  readonly kinds?: readonly MeetingKind[] | null;
  readonly branchTypes?: readonly string[] | null;
}

/** What a rubric is asked for. Without a kind and a type: the general one, as for a month as a whole. */
export interface RubricWanted {
  readonly on: Day;
  readonly purpose: RubricPurpose;
  readonly kind: MeetingKind | null;
  readonly branchType: string | null;
}

/**
 * The rubric of a meeting. Among those for the purpose that have begun and include the meeting, the most specific one
 * decides: one for certain branches and certain kinds before one for either, and that before the general one. Of equally
 * specific ones it is the latest; several that begin on one day are refused at publication (`tiesOf`) and come here only
 * from older data, where the highest version decides, then the first by id.
 */
export function rubricFor<Head extends RubricHead>(heads: readonly Head[], wanted: RubricWanted): Head | null {
  const [first] = heads.filter((head) => includes(head, wanted)).sort(beforeOthers);
  return first ?? null;
}

/** The rubrics by which some meeting of the day is scored, the general one first. */
export function rubricsInForce<Head extends RubricHead>(
  heads: readonly Head[],
  { on, purpose }: Pick<RubricWanted, 'on' | 'purpose'>,
): Head[] {
  const winners = new Set(casesOf(heads).flatMap((each) => rubricFor(heads, { on, purpose, ...each }) ?? []));
  return [...winners].sort((a, b) => specificity(a) - specificity(b) || beforeOthers(a, b));
}

/**
 * The published rubrics with which a new one would compete for a meeting, so that nothing says which of them counts:
 * equally specific ones that are for other things, or that begin on the same day.
 */
export function tiesOf<Head extends RubricHead>(published: readonly Head[], added: RubricHead): Head[] {
  const all: readonly RubricHead[] = [...published, added];
  const days = [...new Set(all.map(({ effectiveFrom }) => effectiveFrom))].filter((day) => day >= added.effectiveFrom);
  const rivals = new Set<RubricHead>();
  for (const on of days) {
    for (const { kind, branchType } of casesOf(all)) {
      const deciding = decidingOf(all, { on, purpose: added.purpose, kind, branchType });
      if (!deciding.includes(added)) continue;
      for (const each of deciding) if (each.id !== added.id) rivals.add(each);
    }
  }
  return published.filter((each) => rivals.has(each));
}

/** Of the most specific rubrics those that nothing puts after another: the latest for each way of being specific. */
function decidingOf(heads: readonly RubricHead[], wanted: RubricWanted): RubricHead[] {
  const including = heads.filter((head) => includes(head, wanted));
  const most = Math.max(...including.map(specificity));
  const top = including.filter((head) => specificity(head) === most);
  return top.filter(
    (head) => !top.some((other) => wayOf(other) === wayOf(head) && other.effectiveFrom > head.effectiveFrom),
  );
}

function includes(head: RubricHead, { on, purpose, kind, branchType }: RubricWanted): boolean {
  if (head.purpose !== purpose || head.effectiveFrom > on) return false;
  if (head.kinds && (kind === null || !head.kinds.includes(kind))) return false;
  return !head.branchTypes || (branchType !== null && head.branchTypes.includes(branchType));
}

function specificity({ kinds, branchTypes }: RubricHead): number {
  return (kinds ? 1 : 0) + (branchTypes ? 1 : 0);
}

function wayOf({ kinds, branchTypes }: RubricHead): string {
  return `${kinds ? 'kinds' : ''} ${branchTypes ? 'branches' : ''}`;
}

function beforeOthers(a: RubricHead, b: RubricHead): number {
  return (
    specificity(b) - specificity(a) ||
    compareText(b.effectiveFrom, a.effectiveFrom) ||
    b.version - a.version ||
    compareText(a.id, b.id)
  );
}

/** Every kind of meeting with every type of branch that a rubric names, and with all other branches. */
function casesOf(heads: readonly RubricHead[]): Pick<RubricWanted, 'kind' | 'branchType'>[] {
  const types = [null, ...new Set(heads.flatMap(({ branchTypes }) => branchTypes ?? []))];
  return types.flatMap((branchType) => MEETING_KINDS.map((kind) => ({ kind, branchType })));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
