import type { MonthModel } from '../model/month-model.ts';

/**
 * Parts the meetings, in the order of time, into slots of which one person can attend at most one, each as large as
 * possible: an evening on which everybody meets is one slot. Exclusions between slots are left to the programme.
 * @returns the slot of each meeting, from 0.
 */
export function slotsOf({ meetings, exclusions }: MonthModel): Int32Array {
  const slotOf = new Int32Array(meetings.length);
  const members: number[][] = [];
  const order = meetings.map(({ start }, m) => ({ m, start })).sort((a, b) => a.start - b.start || a.m - b.m);
  for (const { m } of order) {
    // Later slots are closer in time; a slot more than a few days back cannot clash by time.
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
