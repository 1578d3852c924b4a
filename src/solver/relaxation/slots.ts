import type { MonthModel } from '../model/month-model.ts';

/**
 * Parts the meetings into slots of which one person can attend one at most, as large as they come in the order of time:
 * an evening on which everybody meets is one slot. What excludes across slots is left to others.
 * @returns the slot of each meeting, from 0.
 */
export function slotsOf({ meetings, exclusions }: MonthModel): Int32Array {
  const slotOf = new Int32Array(meetings.length);
  const members: number[][] = [];
  const order = meetings.map(({ start }, m) => ({ m, start })).sort((a, b) => a.start - b.start || a.m - b.m);
  for (const { m } of order) {
    // Later slots are nearer in time; what stands further back than a few days cannot clash by the clock.
    let slot = -1;
    for (let s = members.length - 1; s >= Math.max(0, members.length - REACH); s -= 1) {
      if (members[s]?.every((other) => exclusions.has(other, m)) === true) {
        slot = s;
        break;
      }
    }
    if (slot < 0) slot = members.push([]) - 1;
    members[slot]?.push(m);
    slotOf[m] = slot;
  }
  return slotOf;
}

const REACH = 12;
