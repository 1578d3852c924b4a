import type { MonthModel } from '../model/month-model.ts';

/** Upper limit on the sum of tie-breaks over any plan. */
export const TIE_BREAK_TOTAL = 0.5;

/**
 * A cost of less than one unit per pair, together less than one half in any plan. Of equally good plans the search then
 * prefers one that depends on ids and seed alone, and on nobody's place in the alphabet.
 */
export function tieBreaks(model: MonthModel, seed: number): Float64Array {
  const { pairs, specialists, meetings } = model;
  const most = meetings.reduce((count, meeting) => count + meeting.maxObservers, 0);
  const unit = TIE_BREAK_TOTAL / (2 ** 32 * (most + 1));
  const ofSpecialist = specialists.map(({ id }) => fnv1a(`${seed} ${id}`));
  const ofMeeting = meetings.map(({ id }) => fnv1a(id));
  return Float64Array.from({ length: pairs.count }, (_, pair) => {
    const hash = Math.imul(ofSpecialist[pairs.specialist[pair] ?? 0] ?? 0, 0x9e3779b1);
    return avalanche(hash ^ (ofMeeting[pairs.meeting[pair] ?? 0] ?? 0)) * unit;
  });
}

/** 32-bit FNV-1a over UTF-16 code units, with a final avalanche step. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return avalanche(hash);
}

function avalanche(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
