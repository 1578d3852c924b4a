import type { Meeting, PlanProblem } from '../problem.ts';
import { overlaps } from './cannot-attend-both.ts';
import { travelMinutes } from './distance.ts';
import { Settled } from './settled.ts';
import { spacingRules } from './spacing.ts';

/**
 * Which meetings one person cannot attend both of, as a symmetric bit matrix by positions of meetings: the relation
 * `incompatibility`, computed once for all pairs. n meetings take n²/8 bytes.
 */
export class Exclusions {
  readonly size: number;
  /** Length of a row in 32-bit words. */
  readonly words: number;
  private readonly bits: Int32Array;

  constructor(size: number) {
    this.size = size;
    this.words = Math.ceil(size / 32);
    this.bits = new Int32Array(size * this.words);
  }

  has(a: number, b: number): boolean {
    return ((this.bits[a * this.words + (b >>> 5)] ?? 0) & (1 << (b & 31))) !== 0;
  }

  /** The meetings that exclude `a`, one bit each. */
  row(a: number): Int32Array {
    return this.bits.subarray(a * this.words, (a + 1) * this.words);
  }

  exclude(a: number, b: number): void {
    if (a === b) return;
    this.set(a * this.words + (b >>> 5), b);
    this.set(b * this.words + (a >>> 5), a);
  }

  allow(a: number, b: number): void {
    const word = a * this.words + (b >>> 5);
    this.bits[word] = (this.bits[word] ?? 0) & ~(1 << (b & 31));
  }

  private set(word: number, position: number): void {
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (position & 31));
  }
}

/** @param problem with its meetings in the order that positions refer to. */
export function exclusionsOf(problem: PlanProblem): Exclusions {
  const exclusions = clashesOf(problem);
  const { meetings, policy } = problem;
  for (const { forbids } of spacingRules(policy)) {
    meetings.forEach((a, i) => {
      for (let j = i + 1; j < meetings.length; j += 1) if (forbids(a, meetings[j] ?? a)) exclusions.exclude(i, j);
    });
  }
  const settled = new Settled(problem);
  const over = settled.some ? meetings.flatMap((meeting, m) => (settled.isOver(meeting) ? [m] : [])) : [];
  for (const a of over) for (const b of over) exclusions.allow(a, b);
  return exclusions;
}

function clashesOf({ meetings, conflicts, policy }: PlanProblem): Exclusions {
  const exclusions = new Exclusions(meetings.length);
  if (conflicts !== null) {
    const positions = new Map(meetings.map(({ id }, m) => [id, m]));
    for (const { meetingIds } of conflicts) {
      excludeAll(
        exclusions,
        meetingIds.flatMap((id) => positions.get(id) ?? []),
      );
    }
    return exclusions;
  }
  if (policy.oncePerBranch) {
    const ofBranch = new Map<string, number[]>();
    meetings.forEach(({ branchId }, m) => ofBranch.set(branchId, [...(ofBranch.get(branchId) ?? []), m]));
    for (const positions of ofBranch.values()) excludeAll(exclusions, positions);
  }
  const longestWay = longestTravel(meetings, policy.travel);
  const order = meetings.map((meeting, m) => ({ meeting, m })).sort((a, b) => a.meeting.start - b.meeting.start);
  order.forEach(({ meeting: a, m }, i) => {
    const free = a.end + policy.travel.bufferMinutes;
    for (let j = i + 1; j < order.length; j += 1) {
      const next = order[j];
      if (next === undefined || next.meeting.start >= free + longestWay) break;
      if (next.meeting.start < free || overlaps(a, next.meeting, policy)) exclusions.exclude(m, next.m);
    }
  });
  return exclusions;
}

function excludeAll(exclusions: Exclusions, positions: readonly number[]): void {
  positions.forEach((a, i) => {
    for (let j = i + 1; j < positions.length; j += 1) exclusions.exclude(a, positions[j] ?? a);
  });
}

/**
 * An upper limit on the minutes between any two of the meetings: the way between opposite corners of the rectangle
 * around them.
 */
function longestTravel(meetings: readonly Meeting[], policy: PlanProblem['policy']['travel']): number {
  const unknown = meetings.some(({ place }) => place === null) ? travelMinutes(null, null, policy) : 0;
  let [south, north, west, east] = [90, -90, 180, -180];
  for (const { place } of meetings) {
    if (place === null) continue;
    south = Math.min(south, place.lat);
    north = Math.max(north, place.lat);
    west = Math.min(west, place.lng);
    east = Math.max(east, place.lng);
  }
  if (south > north) return unknown;
  if (east - west > 180) return Infinity; // the short way may lead around the other side
  // A degree of longitude is longest nearest to the equator.
  const widest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const across = travelMinutes({ lat: widest, lng: west }, { lat: widest, lng: east }, policy);
  const along = travelMinutes({ lat: south, lng: west }, { lat: north, lng: west }, policy);
  return Math.max(unknown, across + along + 1);
}
