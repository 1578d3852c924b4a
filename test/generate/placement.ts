import type { Place } from '../../src/solver/problem.ts';
import {
  type PlacementBranch,
  type PlacementPerson,
  type PlacementProblem,
  type PlacementPolicy,
} from '../../src/solver/placement/placement-problem.ts';
import { randomFrom } from '../../src/kernel/random.ts';

export interface PlacementShape {
  readonly seed: number;
  readonly people?: number;
  readonly branches?: number;
  /** Bounds of every branch. */
  readonly min?: number;
  readonly max?: number;
  /** Percent of people in charge of a branch, and of branches that are special areas. */
  readonly inCharge?: number;
  readonly special?: number;
  /** Percent of people who may be left out. */
  readonly optional?: number;
  /** Side of the square in which branches and homes lie, in km. */
  readonly spreadKm?: number;
}

const DEFAULT_PLACEMENT_POLICY: PlacementPolicy = {
  travel: { detourPercent: 130, maxKm: null },
  weights: { residence: 20, field: 100 },
};

const FIELDS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
const KM_PER_DEGREE = 111.195;

/** A realistic round: an urban district's officials to its branches. The same shape gives the same round. */
export function generatePlacement(shape: PlacementShape): PlacementProblem {
  const random = randomFrom(shape.seed);
  const {
    people = 223,
    branches = 73,
    min = 1,
    max = 7,
    inCharge = 15,
    special = 10,
    optional = 0,
    spreadKm = 4,
  } = shape;
  const id = (kind: string, index: number): string => `${kind}${String(index + 1).padStart(4, '0')}`;
  const place = (): Place => ({
    lat: 10.79 + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
    lng: 106.68 + random.below(10_000) * (spreadKm / KM_PER_DEGREE / 10_000),
  });
  const anyBranch = (): string => id('b', random.below(branches));
  const some = (percent: number): string[] => FIELDS.filter(() => random.chance(percent));
  return {
    version: 1,
    branches: Array.from({ length: branches }, (_, i): PlacementBranch => ({
      id: id('b', i),
      min,
      max,
      place: place(),
      special: random.chance(special),
      needs: some(35).map((fieldId) => ({ fieldId, need: (2 + random.below(9)) / 10 })),
    })),
    people: Array.from({ length: people }, (_, i): PlacementPerson => ({
      ...aPersonToPlace(id('p', i)),
      required: !random.chance(optional),
      fields: some(30).map((fieldId) => ({ fieldId, strength: (2 + random.below(9)) / 10 })),
      residenceBranchId: random.chance(80) ? anyBranch() : null,
      home: random.chance(50) ? place() : null,
      inChargeOfBranchIds: random.chance(inCharge)
        ? [...new Set([anyBranch(), ...(random.chance(30) ? [anyBranch()] : [])])]
        : [],
      barredBranchIds: random.chance(8) ? [anyBranch()] : [],
    })),
    pairs: null,
    policy: DEFAULT_PLACEMENT_POLICY,
  };
}

/** A person without special facts. */
function aPersonToPlace(id: string): PlacementPerson {
  return {
    id,
    required: true,
    fields: [],
    residenceBranchId: null,
    home: null,
    inChargeOfBranchIds: [],
    barredBranchIds: [],
    pinnedBranchId: null,
  };
}
