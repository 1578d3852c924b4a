import {
  DEFAULT_POLICY,
  type Department,
  type Meeting,
  type Place,
  type PlanProblem,
  type Specialist,
} from '../../src/solver/problem.ts';
import { type Calendar, DAY, DAYS, FIRST_DAY, meetingStart } from './calendar.ts';
import { type Ground, placeIn, townOf } from './ground.ts';
import { randomFrom } from '../../src/kernel/random.ts';

export interface MonthShape {
  readonly seed: number;
  readonly specialists: number;
  readonly meetings: number;
  readonly departments?: number;
  /** Maximum observers of a meeting. */
  readonly maxObservers?: number;
  /** Three meetings of ten may want this many; the others want one. */
  readonly mostWanted?: number;
  readonly calendar?: Calendar;
  /** Share of meetings, in percent, that fall on the first five days. */
  readonly clumped?: number;
  /** The corner of the first town. */
  readonly centre?: Place;
  /** Side of the square in which the branches of a town lie, in km. */
  readonly spreadKm?: number;
  readonly towns?: number;
  /** Distance from one town to the next, in km. */
  readonly townKm?: number;
  /** Nobody is sent farther than this by road. */
  readonly maxKm?: number | null;
  /** Percent of meetings that want a lead, and members of different departments. */
  readonly teamRules?: number;
  /** Whether each department has a minimum and a maximum of visits, around its share. */
  readonly quotas?: boolean;
}

const FIELDS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
const CENTRE: Place = { lat: 10.76, lng: 106.7 };

/** A realistic month with people, branches and their history. The same shape gives the same month. */
export function generateMonth(shape: MonthShape): PlanProblem {
  const random = randomFrom(shape.seed);
  const { departments = 12, maxObservers = 2, mostWanted = 2, clumped = 80, teamRules = 0, maxKm = null } = shape;
  const { calendar = 'clumped', centre = CENTRE, spreadKm = 3, towns = 1, townKm = 20 } = shape;
  const ground: Ground = { centre, towns, townKm, spreadKm };
  const id = (kind: string, index: number): string => `${kind}${String(index + 1).padStart(4, '0')}`;
  const branches = Array.from({ length: shape.meetings }, (_, i) => ({
    id: id('b', i),
    monthsSinceVisit: random.chance(5) ? null : random.below(9),
    weakness: random.below(11) / 10,
    openDirectives: random.below(3),
    supervised: random.chance(8),
  }));
  const branchIn = (town: number): string =>
    id('b', town + towns * random.below(Math.ceil((branches.length - town) / towns)));
  const meetings = branches.map((branch, i): Meeting => {
    const start = meetingStart(random, calendar, clumped);
    const wanted = Math.min(maxObservers, 1 + random.below(random.chance(30) ? mostWanted : 1));
    const ruled = random.chance(teamRules);
    return {
      id: id('m', i),
      branchId: branch.id,
      start,
      end: start + 90 + 30 * random.below(2),
      place: placeIn(ground, townOf(ground, i), random),
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
    const town = townOf(ground, i);
    const anyBranch = (): string => branchIn(town);
    const leaveDay = random.below(DAYS);
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
      base: placeIn(ground, town, random),
      mayLead: random.chance(40),
      lastVisits: Array.from({ length: 3 * share }, () => ({ branchId: anyBranch(), monthsAgo: 1 + random.below(17) })),
      preferences: [],
    };
  });
  return {
    version: 1,
    fields: FIELDS,
    departments: Array.from({ length: departments }, (_, i): Department => {
      const visits = share * specialists.filter(({ departmentId }) => departmentId === id('d', i)).length;
      return {
        id: id('d', i),
        minVisits: shape.quotas === true ? Math.floor(0.7 * visits) : null,
        maxVisits: shape.quotas === true ? Math.ceil(1.1 * visits) : null,
      };
    }),
    branches,
    specialists,
    meetings,
    pairs: null,
    conflicts: null,
    pins: [],
    published: null,
    policy: { ...DEFAULT_POLICY, travel: { ...DEFAULT_POLICY.travel, maxKm } },
  };
}
