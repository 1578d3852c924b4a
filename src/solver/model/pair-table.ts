/**
 * The eligible pairs of a month as `count` parallel columns, sorted by specialist and then meeting, so that half a
 * million pairs take a few megabytes. Specialists and meetings are positions in the order of their ids.
 */
export interface PairTable {
  readonly count: number;
  readonly specialist: Int32Array;
  readonly meeting: Int32Array;
  /** Sum of the cost terms of the pair. */
  readonly quality: Float64Array;
  /** Price of sending a pair that is not published; for a published pair minus the price of leaving it out. */
  readonly stability: Float64Array;
  /**
   * −1 where the pair connects two components of the specialist-branch graph that earlier visits leave unconnected;
   * else 0.
   */
  readonly linkage: Int8Array;
  /** 1 where a pin or an accepted visit demands the pair. */
  readonly must: Uint8Array;
  /** 1 where a pin forbids the pair. */
  readonly mustNot: Uint8Array;
  /** The pairs of specialist `s` are those from `startOfSpecialist[s]` to before `startOfSpecialist[s + 1]`. */
  readonly startOfSpecialist: Int32Array;
  /** The pairs of meeting `m` are `ofMeeting` from `startOfMeeting[m]` to before `startOfMeeting[m + 1]`. */
  readonly startOfMeeting: Int32Array;
  readonly ofMeeting: Int32Array;
}

/** Collects pairs specialist by specialist, with each one's meetings in rising order. */
export class PairTableBuilder {
  private readonly meeting: number[] = [];
  private readonly quality: number[] = [];
  private readonly stability: number[] = [];
  private readonly linkage: number[] = [];
  private readonly must: number[] = [];
  private readonly mustNot: number[] = [];
  private readonly starts: number[] = [0];

  add(pair: {
    meeting: number;
    quality: number;
    stability: number;
    linkage: number;
    must: boolean;
    mustNot: boolean;
  }): void {
    this.meeting.push(pair.meeting);
    this.quality.push(pair.quality);
    this.stability.push(pair.stability);
    this.linkage.push(pair.linkage);
    this.must.push(pair.must ? 1 : 0);
    this.mustNot.push(pair.mustNot ? 1 : 0);
  }

  endSpecialist(): void {
    this.starts.push(this.meeting.length);
  }

  /** @param meetings number of meetings. */
  table(meetings: number): PairTable {
    const count = this.meeting.length;
    const startOfSpecialist = Int32Array.from(this.starts);
    const specialist = new Int32Array(count);
    for (let s = 0; s + 1 < startOfSpecialist.length; s += 1) {
      specialist.fill(s, startOfSpecialist[s], startOfSpecialist[s + 1]);
    }
    const meeting = Int32Array.from(this.meeting);
    return {
      count,
      specialist,
      meeting,
      quality: Float64Array.from(this.quality),
      stability: Float64Array.from(this.stability),
      linkage: Int8Array.from(this.linkage),
      must: Uint8Array.from(this.must),
      mustNot: Uint8Array.from(this.mustNot),
      startOfSpecialist,
      ...byMeeting(meeting, meetings),
    };
  }
}

/** Sorts pairs by meeting (counting sort). */
function byMeeting(meeting: Int32Array, meetings: number): Pick<PairTable, 'startOfMeeting' | 'ofMeeting'> {
  const startOfMeeting = new Int32Array(meetings + 1);
  for (const m of meeting) startOfMeeting[m + 1] = (startOfMeeting[m + 1] ?? 0) + 1;
  for (let m = 0; m < meetings; m += 1) startOfMeeting[m + 1] = (startOfMeeting[m + 1] ?? 0) + (startOfMeeting[m] ?? 0);
  const next = startOfMeeting.slice();
  const ofMeeting = new Int32Array(meeting.length);
  meeting.forEach((m, pair) => {
    const at = next[m] ?? 0;
    ofMeeting[at] = pair;
    next[m] = at + 1;
  });
  return { startOfMeeting, ofMeeting };
}

/** The pairs of one meeting, in the order of specialists. */
export function pairsOfMeeting(pairs: PairTable, m: number): Int32Array {
  return pairs.ofMeeting.subarray(pairs.startOfMeeting[m], pairs.startOfMeeting[m + 1]);
}

/** Position of a pair in the table; −1 where it is not eligible. */
export function findPair(pairs: PairTable, specialist: number, meeting: number): number {
  let low = pairs.startOfSpecialist[specialist] ?? 0;
  let high = (pairs.startOfSpecialist[specialist + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = pairs.meeting[middle] ?? 0;
    if (found === meeting) return middle;
    if (found < meeting) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
