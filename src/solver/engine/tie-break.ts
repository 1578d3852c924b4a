import type { MonthModel } from '../model/month-model.ts';
import { pairKey } from '../model/month-model.ts';

/**
 * A share of less than one unit per pair, together less than half a unit in any plan: of equally good plans the search
 * is drawn to one that depends on ids and seed alone, and on nobody's place in the alphabet.
 */
export function tieBreaks(model: MonthModel, seed: number): Float64Array {
  const most = model.meetings.reduce((count, meeting) => count + meeting.maxObservers, 0);
  return Float64Array.from(model.pairs, (pair) => {
    const specialist = model.specialists[pair.specialist]?.id ?? '';
    const meeting = model.meetings[pair.meeting]?.id ?? '';
    return fnv1a(`${seed} ${pairKey(specialist, meeting)}`) / 2 ** 32 / (2 * (most + 1));
  });
}

/** 32-bit FNV-1a over UTF-16 code units, finished by an avalanche. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
