import type { SampleBranch } from './branches.ts';
import type { Field } from './dictionaries.ts';
import {
  AFTERWORDS,
  GOOD_PRACTICES,
  RECOMMENDATIONS,
  REFLECTIONS,
  SHORTCOMINGS,
  STRENGTHS,
  textFor,
  type Occasion,
  type Texts,
} from './finding-texts.ts';
import type { Random } from './random.ts';

export interface SampleFinding {
  readonly kind: string;
  readonly field: Field;
  readonly text: string;
}

/** What an observer writes: shortcomings mostly where the branch is weak, good things where it is strong. */
export function findingsOf(occasion: Occasion, random: Random): SampleFinding[] {
  const { branch } = occasion;
  const weak = branch.weak.map(({ field }) => field);
  const strong = branch.weaknesses.filter((field) => !weak.includes(field));
  const found: (SampleFinding | null)[] = [];
  const add = (kind: string, texts: Texts, fields: readonly Field[]) => {
    found.push(finding(kind, texts, fields, occasion, random));
  };
  if (random.chance(0.55 + branch.vigour * 0.25)) add('Ưu điểm', STRENGTHS, [...strong, 'XDD']);
  if (random.chance(0.95 - branch.vigour * 0.45)) add('Hạn chế', SHORTCOMINGS, weak);
  if (random.chance(0.6 - branch.vigour * 0.45)) add('Hạn chế', SHORTCOMINGS, [...weak, 'XDD']);
  if (random.chance(branch.vigour * 0.16)) add('Cách làm hay', GOOD_PRACTICES, strong);
  if (random.chance(branch.group === 'quarter' ? 0.3 : 0.08)) add('Phản ánh', REFLECTIONS, branch.weaknesses);
  if (random.chance(0.14)) add('Đề xuất', RECOMMENDATIONS, weak);
  const kept = found.filter((each) => each !== null);
  return kept.filter(({ text }, index) => kept.findIndex((other) => other.text === text) === index);
}

function finding(
  kind: string,
  texts: Texts,
  fields: readonly Field[],
  occasion: Occasion,
  random: Random,
): SampleFinding | null {
  const fitting = fields.flatMap((field) =>
    (texts[field] ?? []).flatMap((each) => {
      const text = textFor(each, occasion);
      return text === null ? [] : [{ field, text }];
    }),
  );
  if (fitting.length === 0) return null;
  const { field, text } = random.pick(fitting);
  const afterwords = AFTERWORDS[kind] ?? [];
  const whole = afterwords.length > 0 && random.chance(0.3) ? `${text} ${random.pick(afterwords)}` : text;
  return { kind, field, text: filled(whole, occasion.branch, random) };
}

function filled(text: string, { ward }: SampleBranch, random: Random): string {
  const alley = random.chance(0.6) ? String(random.whole(6, 298)) : `${random.whole(12, 240)}/${random.whole(2, 60)}`;
  return text
    .replaceAll('{hẻm}', alley)
    .replaceAll('{đường}', random.pick(ward.streets))
    .replaceAll('{vài}', String(random.whole(2, 9)))
    .replaceAll('{phút}', String(random.pick([15, 20, 25, 30])));
}
