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

/**
 * Collects pairs specialist by specialist, with each one's meetings in rising order. A month that people change by hand
 * is collected with every change, so its columns are written directly.
 */
export class PairTableBuilder {
  private count = 0;
  private columns: Columns;
  private readonly starts: number[] = [0];

  /** @param expected number of pairs; with more of them the columns grow. */
  constructor(expected: number) {
    this.columns = columnsOf(Math.min(expected, MOST_AT_FIRST));
  }

  add(
    meeting: number,
    quality: number,
    linkage: number,
    { must, mustNot, stability }: { readonly must: boolean; readonly mustNot: boolean; readonly stability: number },
  ): void {
    const at = this.count;
    if (at === this.columns.meeting.length) this.grow();
    const { columns } = this;
    columns.meeting[at] = meeting;
    columns.quality[at] = quality;
    columns.stability[at] = stability;
    columns.linkage[at] = linkage;
    columns.must[at] = must ? 1 : 0;
    columns.mustNot[at] = mustNot ? 1 : 0;
    this.count = at + 1;
  }

  endSpecialist(): void {
    this.starts.push(this.count);
  }

  /** @param meetings number of meetings. */
  table(meetings: number): PairTable {
    const { count, columns } = this;
    const startOfSpecialist = Int32Array.from(this.starts);
    const specialist = new Int32Array(count);
    for (let s = 0; s + 1 < startOfSpecialist.length; s += 1) {
      specialist.fill(s, startOfSpecialist[s], startOfSpecialist[s + 1]);
    }
    const meeting = columns.meeting.slice(0, count);
    return {
      count,
      specialist,
      meeting,
      quality: columns.quality.slice(0, count),
      stability: columns.stability.slice(0, count),
      linkage: columns.linkage.slice(0, count),
      must: columns.must.slice(0, count),
      mustNot: columns.mustNot.slice(0, count),
      startOfSpecialist,
      ...byMeeting(meeting, meetings),
    };
  }

  private grow(): void {
    const { meeting, quality, stability, linkage, must, mustNot } = this.columns;
    const larger = columnsOf(Math.max(1024, 2 * meeting.length));
    larger.meeting.set(meeting);
    larger.quality.set(quality);
    larger.stability.set(stability);
    larger.linkage.set(linkage);
    larger.must.set(must);
    larger.mustNot.set(mustNot);
    this.columns = larger;
  }
}

type Columns = Pick<PairTable, 'meeting' | 'quality' | 'stability' | 'linkage' | 'must' | 'mustNot'>;

/** Of the pairs of large months most are not eligible. */
const MOST_AT_FIRST = 1 << 16;

function columnsOf(length: number): Columns {
  return {
    meeting: new Int32Array(length),
    quality: new Float64Array(length),
    stability: new Float64Array(length),
    linkage: new Int8Array(length),
    must: new Uint8Array(length),
    mustNot: new Uint8Array(length),
  };
}

/** Sorts pairs by meeting (counting sort). */
function byMeeting(meeting: Int32Array, meetings: number): Pick<PairTable, 'startOfMeeting' | 'ofMeeting'> {
  const startOfMeeting = new Int32Array(meetings + 1);
  for (let pair = 0; pair < meeting.length; pair += 1) {
    const m = meeting[pair] ?? 0;
    startOfMeeting[m + 1] = (startOfMeeting[m + 1] ?? 0) + 1;
  }
  for (let m = 0; m < meetings; m += 1) startOfMeeting[m + 1] = (startOfMeeting[m + 1] ?? 0) + (startOfMeeting[m] ?? 0);
  const next = startOfMeeting.slice();
  const ofMeeting = new Int32Array(meeting.length);
  for (let pair = 0; pair < meeting.length; pair += 1) {
    const m = meeting[pair] ?? 0;
    const at = next[m] ?? 0;
    ofMeeting[at] = pair;
    next[m] = at + 1;
  }
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
