import { DEFAULT_POLICY, type Meeting, type PlanProblem, type Specialist } from '../problem.ts';
import { randomFrom } from './random.ts';

export interface MonthShape {
  readonly seed: number;
  readonly specialists: number;
  readonly meetings: number;
  readonly departments?: number;
  /** Most observers of a meeting; the minimum is 1 or 2. */
  readonly maxObservers?: number;
  /** Share of meetings, in percent, that fall on the first five evenings. */
  readonly clumped?: number;
  /** Side of the square in which branches lie, in km. */
  readonly spreadKm?: number;
  /** Percent of meetings that want a lead, and members of different departments. */
  readonly teamRules?: number;
}

const DAY = 1440;
/** 1 December 2020, 00:00 in Ho Chi Minh City. */
const FIRST_DAY = 26_778_900;
const FIELDS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
/** Kilometres per degree of latitude. */
const KM_PER_DEGREE = 111.195;

/** A month like real ones: most meetings on the evenings of its first days, so that they collide. Same shape, same month. */
export function generateMonth(shape: MonthShape): PlanProblem {
  const random = randomFrom(shape.seed);
  const { departments = 12, maxObservers = 2, clumped = 80, spreadKm = 3, teamRules = 0 } = shape;
  const id = (kind: string, index: number): string => `${kind}${String(index + 1).padStart(4, '0')}`;
  const place = (): { lat: number; lng: number } => ({
    lat: 10.76 + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
    lng: 106.7 + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
  });
  const branches = Array.from({ length: shape.meetings }, (_, i) => ({
    id: id('b', i),
    monthsSinceVisit: random.chance(5) ? null : random.below(9),
    weakness: random.below(11) / 10,
    openDirectives: random.below(3),
    supervised: random.chance(8),
  }));
  const anyBranch = (): string => id('b', random.below(branches.length));
  const meetings = branches.map((branch, i): Meeting => {
    const day = random.chance(clumped) ? random.below(5) : 5 + random.below(23);
    const evening = random.chance(75);
    const start = FIRST_DAY + day * DAY + (evening ? 19 * 60 + 30 * random.below(2) : 8 * 60 + 30 * random.below(14));
    const wanted = Math.min(maxObservers, 1 + random.below(random.chance(30) ? 2 : 1));
    const ruled = random.chance(teamRules);
    return {
      id: id('m', i),
      branchId: branch.id,
      start,
      end: start + 90 + 30 * random.below(2),
      place: place(),
      kind: random.chance(25) ? 'thematic' : 'regular',
      minObservers: wanted,
      maxObservers: Math.max(wanted, maxObservers),
      value: null,
      valueIfNone: 0,
      valueOfExtra: 0,
      mandatory: random.chance(3),
      needs: [
        { fieldId: FIELDS[random.below(3)] ?? '', weight: 2 },
        { fieldId: FIELDS[3 + random.below(3)] ?? '', weight: 1 },
      ],
      team: { differentDepartments: ruled, lead: ruled },
      departmentIds: null,
    };
  });
  const wantedInAll = meetings.reduce((sum, meeting) => sum + meeting.minObservers, 0);
  const share = Math.round(wantedInAll / shape.specialists);
  const specialists = Array.from({ length: shape.specialists }, (_, i): Specialist => {
    const leaveDay = random.below(28);
    return {
      id: id('s', i),
      departmentId: id('d', i % departments),
      fields: FIELDS.filter(() => random.chance(45)).map((fieldId) => ({
        fieldId,
        strength: (2 + random.below(9)) / 10,
      })),
      minVisits: 0,
      maxVisits: share + 3,
      target: 100 * share,
      balance: 50 * (random.below(5) - 2),
      unavailable: random.chance(25)
        ? [{ from: FIRST_DAY + leaveDay * DAY, to: FIRST_DAY + (leaveDay + 1 + random.below(5)) * DAY }]
        : [],
      ownBranchId: anyBranch(),
      residenceBranchId: anyBranch(),
      conflictBranchIds: random.chance(10) ? [anyBranch()] : [],
      knownBranchIds: [...new Set([anyBranch(), anyBranch(), anyBranch()])],
      base: place(),
      mayLead: random.chance(40),
      lastVisits: Array.from({ length: 3 * share }, () => ({ branchId: anyBranch(), monthsAgo: 1 + random.below(17) })),
      preferences: [],
    };
  });
  return {
    version: 1,
    fields: FIELDS,
    departments: Array.from({ length: departments }, (_, i) => ({
      id: id('d', i),
      minVisits: null,
      maxVisits: null,
    })),
    branches,
    specialists,
    meetings,
    pairs: null,
    conflicts: null,
    pins: [],
    published: null,
    policy: DEFAULT_POLICY,
  };
}
