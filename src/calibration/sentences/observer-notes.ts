import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/plain-format.ts';
import type { ObserverCalibration } from '../calibrate.ts';

/** Mean squares outside of this are worth a look (Linacre 2002), from so many ratings on. */
const USUAL = { least: 0.5, most: 1.5 };
const LEAST_RATINGS = 20;

/** What is particular about an observer's scores, each as a few words; only what stands out beyond chance. */
export function observerNotes({ island, points, levels }: ObserverCalibration, locale: Locale): string[] {
  const isVi = locale === 'vi';
  const notes: string[] = [];
  if (island > 0) notes.push(isVi ? 'tách khỏi những người khác' : 'apart from the others');
  if (levels?.extreme === 'highest') notes.push(isVi ? 'luôn cho mức cao nhất' : 'always the highest level');
  if (levels?.extreme === 'lowest') notes.push(isVi ? 'luôn cho mức thấp nhất' : 'always the lowest level');
  const [terms, unit] = points === null ? [levels, 'logit'] : [points, isVi ? 'điểm' : 'points'];
  const size = (value: number) => `${formatNumber(locale, Math.abs(value), unit === 'logit' ? 2 : 1)} ${unit}`;
  const drift = terms?.drift;
  if (drift?.standsOut === true) {
    const way = drift.value > 0 ? (isVi ? 'chặt hơn' : 'more severe') : isVi ? 'rộng hơn' : 'more lenient';
    notes.push(isVi ? `mỗi tháng ${way} ${size(drift.value)}` : `${way} by ${size(drift.value)} each month`);
  }
  for (const { branchType, value, standsOut } of terms?.atBranchTypes ?? []) {
    if (!standsOut) continue;
    const way = value > 0 ? (isVi ? 'chặt hơn' : 'more severe') : isVi ? 'rộng hơn' : 'more lenient';
    notes.push(isVi ? `ở “${branchType}” ${way} ${size(value)}` : `${way} by ${size(value)} at “${branchType}”`);
  }
  if (levels?.spread?.standsOut === true) notes.push(isVi ? 'hay chấm ở giữa thang' : 'keeps to the middle levels');
  if (levels?.apart?.standsOut === true) {
    notes.push(isVi ? 'các tiêu chí của một phiếu gần như nhau' : 'the criteria of a form hardly differ');
  }
  const isErratic = levels !== null && levels.ratings >= LEAST_RATINGS;
  if (isErratic && levels.infit > USUAL.most) notes.push(isVi ? 'mức chấm khó đoán' : 'levels hard to predict');
  if (isErratic && levels.infit < USUAL.least) notes.push(isVi ? 'mức chấm đều hơn bình thường' : 'levels too regular');
  return notes;
}
