import type { FormRating } from './form-rating.ts';

export interface Criterion {
  readonly id: string;
  /** The scores that were given, ascending; level `i` is `values[i]`. */
  readonly values: readonly number[];
}

/** All forms as numbers: observers, branches and so on are positions in the lists of their names, which are sorted. */
export interface Ratings {
  readonly observers: readonly string[];
  readonly branches: readonly string[];
  readonly branchTypes: readonly string[];
  /** Ascending. */
  readonly months: readonly string[];
  readonly criteria: readonly Criterion[];
  /** Criteria whose scores are too fine, or all the same, to be levels. */
  readonly criteriaLeftOut: readonly string[];
  readonly forms: number;
  readonly observerOf: Int32Array;
  readonly branchOf: Int32Array;
  readonly meetingOf: Int32Array;
  /** −1 where it is not known; so `branchTypeOf`. */
  readonly monthOf: Int32Array;
  readonly branchTypeOf: Int32Array;
  /** NaN where a form has none. */
  readonly points: Float64Array;
  /** By form, then by criterion; −1 where it is not given. */
  readonly levels: Int8Array;
}

/** Rating-scale: all criteria share the steps between their levels. Partial-credit: each criterion has its own. */
export type Scale = 'partial_credit' | 'rating_scale';

/** More different scores than this are a measure, and no levels. */
const MOST_LEVELS = 10;

/** The forms as numbers. A branch may have no type on some forms and one on others. */
export function ratingsOf(forms: readonly FormRating[], scale: Scale = 'partial_credit'): Ratings {
  const observers = namesOf(forms.map(({ observer }) => observer));
  const branches = namesOf(forms.map(({ branch }) => branch));
  const branchTypes = namesOf(forms.map(({ branchType }) => branchType));
  const months = namesOf(forms.map(({ month }) => month));
  const asked = namesOf(forms.flatMap(({ scores }) => Object.keys(scores))).list;
  const { criteria, leftOut } = criteriaOf(forms, asked, scale);
  const levels = new Int8Array(forms.length * criteria.length).fill(-1);
  const points = new Float64Array(forms.length).fill(NaN);
  const levelOf = criteria.map(({ values }) => new Map(values.map((value, level) => [value, level])));
  const hasPoints = forms.some((form) => form.points !== undefined);
  forms.forEach((form, f) => {
    criteria.forEach(({ id }, k) => {
      const score = form.scores[id];
      if (score !== undefined) levels[f * criteria.length + k] = levelOf[k]?.get(score) ?? -1;
    });
    const scores = asked.map((id) => form.scores[id] ?? NaN);
    points[f] = hasPoints ? (form.points ?? NaN) : scores.length === 0 ? NaN : scores.reduce((a, b) => a + b, 0);
  });
  return {
    observers: observers.list,
    branches: branches.list,
    branchTypes: branchTypes.list,
    months: months.list,
    criteria,
    criteriaLeftOut: leftOut,
    forms: forms.length,
    observerOf: Int32Array.from(forms, ({ observer }) => observers.position(observer)),
    branchOf: Int32Array.from(forms, ({ branch }) => branches.position(branch)),
    branchTypeOf: Int32Array.from(forms, ({ branchType }) => branchTypes.position(branchType)),
    monthOf: Int32Array.from(forms, ({ month }) => months.position(month)),
    meetingOf: meetingsOf(forms),
    points,
    levels,
  };
}

function namesOf(names: readonly (string | undefined)[]) {
  const list = [...new Set(names.filter((name) => name !== undefined))].sort();
  const positions = new Map(list.map((name, i) => [name, i]));
  return { list, position: (name: string | undefined) => (name === undefined ? -1 : (positions.get(name) ?? -1)) };
}

function criteriaOf(forms: readonly FormRating[], asked: readonly string[], scale: Scale) {
  const given = new Map(asked.map((id) => [id, new Set<number>()]));
  for (const { scores } of forms) for (const [id, score] of Object.entries(scores)) given.get(id)?.add(score);
  const fit = asked.filter((id) => isScale(given.get(id)));
  const shared = new Set(fit.flatMap((id) => [...(given.get(id) ?? [])]));
  const isShared = scale === 'rating_scale' && isScale(shared);
  const valuesOf = (id: string) => [...(isShared ? shared : (given.get(id) ?? []))].sort((a, b) => a - b);
  const kept = scale === 'rating_scale' && !isShared ? [] : fit;
  const criteria = kept.map((id): Criterion => ({ id, values: valuesOf(id) }));
  return { criteria, leftOut: asked.filter((id) => !kept.includes(id)) };
}

function isScale(values: ReadonlySet<number> | undefined): boolean {
  return values !== undefined && values.size > 1 && values.size <= MOST_LEVELS;
}

/** Where meetings have no names, an observer's second form of a branch in one month is of its second meeting. */
function meetingsOf(forms: readonly FormRating[]): Int32Array {
  const known = new Map<string, number>();
  const times = new Map<string, number>();
  return Int32Array.from(forms, ({ observer, branch, month, meeting }, f) => {
    let key = JSON.stringify([branch, meeting]);
    if (meeting === undefined) {
      const own = JSON.stringify([observer, branch, month]);
      const time = (times.get(own) ?? 0) + 1;
      times.set(own, time);
      key = JSON.stringify(month === undefined ? f : [branch, month, time]);
    }
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}
