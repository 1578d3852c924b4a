/** A run of specs that takes too long, or tries too many random cases, for the gate. */
export interface Drill {
  readonly name: string;
  /** The specs as Jest takes them; all if empty. */
  readonly specs: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Number of busy loops beside it. */
  readonly busyLoops?: number;
  /** It fails if it takes longer. */
  readonly minutes: number;
}

/**
 * Together within 45 minutes on two cores. Runs of all specs use a time zone each, which saves separate runs for zones.
 */
export const DRILLS: readonly Drill[] = [
  { name: 'kills', specs: ['test/e2e/kill-demo'], environment: { KILLS: '8' }, minutes: 12 },
  {
    name: 'engine',
    specs: [
      'test/integration/engine-against',
      'src/solver/engine/exhaustive',
      'src/solver/flow',
      'src/solver/by-hand/hand-month',
      'src/solver/explain',
      'src/solver/verify/tampered',
    ],
    environment: { SOLVER_RUNS: '300' },
    minutes: 15,
  },
  {
    name: 'matrices',
    specs: ['test/browser/gallery', 'test/browser/walk', 'test/e2e/whole-month'],
    environment: { MATRICES: 'whole' },
    minutes: 6,
  },
  { name: 'properties', specs: ['compare-rows'], environment: { PROPERTY_RUNS: '20' }, minutes: 5 },
  { name: 'calibration', specs: ['src/calibration/coverage'], environment: { PROPERTY_RUNS: '50' }, minutes: 20 },
  // A walk takes some four seconds.
  { name: 'offline', specs: ['test/browser/offline-walk'], environment: { PROPERTY_RUNS: '10' }, minutes: 15 },
  { name: 'postgres', specs: ['test/integration/postgres-killed', 'test/integration/embedded-postgres'], minutes: 5 },
  { name: 'all-in-kiritimati', specs: [], environment: { TZ: 'Pacific/Kiritimati' }, minutes: 8 },
  {
    name: 'busy-in-ho-chi-minh',
    specs: [],
    environment: { TZ: 'Asia/Ho_Chi_Minh' },
    busyLoops: 4,
    minutes: 25,
  },
  {
    name: 'busy-in-st-johns',
    specs: [],
    environment: { TZ: 'America/St_Johns' },
    busyLoops: 4,
    minutes: 25,
  },
];
