import type { Month } from '../../../kernel/month.ts';
import type { Pairing as EnginePairing } from '../../../solver/index.ts';
import type { Pairing } from '../../directory/index.ts';

/** Those that count in a month, among people who are in it, as the engine takes them. */
export function pairingsOfMonth(
  pairings: readonly Pairing[],
  month: Month,
  people: ReadonlySet<string>,
  reward: number,
): EnginePairing[] {
  return pairings
    .filter(
      ({ until, specialistIds }) => (until === null || until >= month) && specialistIds.every((id) => people.has(id)),
    )
    .map(({ kind, specialistIds }) => (kind === 'apart' ? { kind, specialistIds } : { kind, specialistIds, reward }));
}
