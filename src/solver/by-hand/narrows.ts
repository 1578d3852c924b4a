import { pairKey } from '../model/pair-key.ts';
import type { Pin } from '../problem.ts';

/**
 * Whether pins allow no plan that others did not allow: what those demand and forbid stays so, and nothing more is
 * overruled. A bound that holds with `before` then holds with `now`.
 */
export function narrows(before: readonly Pin[], now: readonly Pin[]): boolean {
  const [then, since] = [pinsByPair(before), pinsByPair(now)];
  const staysFixed = before.every((pin) => pin.kind === 'may' || since.get(pairKey(pin))?.kind === pin.kind);
  return (
    staysFixed &&
    now.every(({ overrules = [], ...pin }) => {
      const known = then.get(pairKey(pin))?.overrules ?? [];
      return overrules.every((reason) => known.includes(reason));
    })
  );
}

function pinsByPair(pins: readonly Pin[]): Map<string, Pin> {
  return new Map(pins.map((pin) => [pairKey(pin), pin]));
}
