import { at } from './algebra/dense-cholesky.ts';
import { chanceOf, type Estimate, estimateOf, standingOut } from './estimate.ts';
import { extraTerm, type ScoredForms } from './model/extra-term.ts';
import type { Ratings } from './ratings.ts';

/** A figure of which some of many stand out beyond chance. */
export interface Noted extends Estimate {
  readonly standsOut: boolean;
}

export interface ObserverTerms {
  /** How much more severe the observer has become each month; null where that cannot be told. */
  readonly drift: Noted | null;
  /** How much more severe the observer is at one type of branch than at the others. */
  readonly atBranchTypes: readonly (Noted & { readonly branchType: string })[];
}

const LEAST_FORMS = 5;
const LEAST_MONTHS = 3;
const LEAST_PER_TYPE = 2;
/** Where each term takes a solution by iteration, only those of the observers with the most forms are looked at. */
const MOST_TERMS = 300;

/**
 * Drift over the months, and interaction with the type of branch, by observer.
 * @param chosen the ratings' forms of the model, in its order
 */
export function observerTerms(ratings: Ratings, chosen: Int32Array, model: ScoredForms): ObserverTerms[] {
  const formsOf: number[][] = ratings.observers.map(() => []);
  chosen.forEach((form, f) => formsOf[at(ratings.observerOf, form)]?.push(f));
  const ofForm = (values: Int32Array, f: number) => at(values, at(chosen, f));
  const asked: { observer: number; branchType: number | null; share: Map<number, number> }[] = [];
  const busiestFirst = formsOf.map((_, o) => o).sort((a, b) => (formsOf[b]?.length ?? 0) - (formsOf[a]?.length ?? 0));
  for (const observer of busiestFirst) {
    const forms = formsOf[observer] ?? [];
    const dated = forms.filter((f) => ofForm(ratings.monthOf, f) >= 0);
    const times = dated.map((f) => monthNumber(ratings.months[ofForm(ratings.monthOf, f)] ?? ''));
    if (dated.length >= LEAST_FORMS && new Set(times).size >= LEAST_MONTHS) {
      const middle = times.reduce((a, b) => a + b, 0) / times.length;
      asked.push({ observer, branchType: null, share: new Map(dated.map((f, i) => [f, (times[i] ?? 0) - middle])) });
    }
    ratings.branchTypes.forEach((_, branchType) => {
      const there = forms.filter((f) => ofForm(ratings.branchTypeOf, f) === branchType);
      if (there.length < LEAST_PER_TYPE || forms.length - there.length < LEAST_PER_TYPE) return;
      asked.push({ observer, branchType, share: new Map(there.map((f) => [f, 1])) });
    });
  }
  const looked = model.design.plan === null ? asked.slice(0, MOST_TERMS) : asked;
  const found = looked.flatMap(({ observer, branchType, share }) => {
    const term = extraTerm(model, share);
    // What an observer gives is the less, the more severe they are.
    return term === null ? [] : [{ observer, branchType, ...estimateOf(-term.estimate, term.variance) }];
  });
  const out = new Map<object, boolean>();
  for (const family of [
    found.filter((one) => one.branchType === null),
    found.filter((one) => one.branchType !== null),
  ]) {
    const named = standingOut(family.map(({ value, se }) => chanceOf(value / se)));
    family.forEach((one, i) => out.set(one, named[i] ?? false));
  }
  const results = ratings.observers.map(() => ({
    drift: null as Noted | null,
    atBranchTypes: [] as (Noted & { branchType: string })[],
  }));
  for (const one of found) {
    const { observer, branchType, ...estimate } = one;
    const result = results[observer];
    const noted = { ...estimate, standsOut: out.get(one) === true };
    if (result === undefined) continue;
    if (branchType === null) result.drift = noted;
    else result.atBranchTypes.push({ ...noted, branchType: ratings.branchTypes[branchType] ?? '' });
  }
  return results;
}

/** Months since year 0. */
function monthNumber(month: string): number {
  const [year = '0', number = '0'] = month.split('-');
  return 12 * Number(year) + Number(number);
}
