import { type Hundredths, hundredths } from './points.ts';

/** A form of a month, as far as forms are compared with each other. */
export interface ComparedForm<Id extends string = string> {
  readonly id: Id;
  readonly branch: string;
  readonly specialist: string;
  readonly total: Hundredths;
  /** Equal for forms whose observations are word for word the same; null where they say too little to tell. */
  readonly words: string | null;
}

/** What stands out beside the other forms of the month. */
export interface Comparison {
  /** The total lies far from the middle of all forms. */
  readonly outlier: { readonly median: Hundredths; readonly forms: number } | null;
  /** The first other form with the same words. */
  readonly sameWords: { readonly branch: string; readonly specialist: string } | null;
}

/** Fewer forms have no middle to speak of. */
const FEWEST = 8;
/** Nearer to the middle than this, in hundredths of a point, nothing stands out, however alike the forms are. */
const NOTABLE = 1_000;
/** In standard deviations, as estimated by the median of the distances, which few outliers cannot move. */
const FAR = 3.5;
const DEVIATIONS_OF_MEDIAN = 1.4826;

/** Compares the forms of a month; each has a comparison. */
export function compareForms<Id extends string>(forms: readonly ComparedForm<Id>[]): ReadonlyMap<Id, Comparison> {
  const median = medianOf(forms.map(({ total }) => total));
  const spread = medianOf(forms.map(({ total }) => Math.abs(total - median)));
  const limit = Math.max(NOTABLE, FAR * DEVIATIONS_OF_MEDIAN * spread);
  const byWords = new Map<string, ComparedForm<Id>[]>();
  for (const form of forms) {
    if (form.words !== null) byWords.set(form.words, [...(byWords.get(form.words) ?? []), form]);
  }
  return new Map(
    forms.map(({ id, total, words }): [Id, Comparison] => {
      const alike = words === null ? undefined : byWords.get(words)?.find((other) => other.id !== id);
      const isFar = forms.length >= FEWEST && Math.abs(total - median) > limit;
      return [
        id,
        {
          outlier: isFar ? { median: hundredths(Math.round(median) / 100), forms: forms.length } : null,
          sameWords: alike ? { branch: alike.branch, specialist: alike.specialist } : null,
        },
      ];
    }),
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
