import type { MeetingRule } from '../../../src/modules/meetings/domain/meeting-rule.ts';
import type { Field } from './dictionaries.ts';
import { mailOf, people } from './people.ts';
import { DISTRICT_OFFICE, near, type Place } from './places.ts';
import { randomFor } from './random.ts';
import { units, type Group, type Unit } from './units.ts';

export interface SampleBranch extends Unit {
  readonly place: Place;
  readonly address: string;
  readonly official: number;
  readonly probationary: number;
  readonly seats: number;
  readonly vacantSeats: number;
  readonly secretaryName: string;
  readonly secretaryMail: string;
  readonly weak: readonly { readonly field: Field; readonly weight: number }[];
  readonly rule: MeetingRule;
  /** How well it works, from 0 to 1; not part of the file, but all findings of visits depend on it. */
  readonly vigour: number;
  /** Members too old or ill to attend; not part of the file either. */
  readonly exempted: number;
}

const THEMATIC_MONTHS = [
  [3, 6, 9, 12],
  [3, 6, 9, 12],
  [3, 6, 9, 12],
  [2, 5, 8, 11],
  [1, 4, 7, 10],
] as const;
const SEPARATE_THEMATIC: readonly Group[] = ['agency', 'secondary'];

export function sampleBranches(): SampleBranch[] {
  const random = randomFor('branches');
  const nextName = people(randomFor('secretaries'));
  return units().map((unit) => {
    const probationary = random.chance(0.35) ? random.whole(1, 2) : 0;
    const official = Math.max(3, Math.round(random.around(...unit.members)));
    const seats = official < 9 ? 0 : official < 30 ? 3 : 5;
    const vigour = random.around(0.05, 1);
    const secretaryName = nextName();
    const weak = random.some(unit.weaknesses, vigour < 0.4 ? 3 : vigour < 0.65 ? 2 : 1);
    return {
      ...unit,
      place: near(
        unit.ward.number === 12 && unit.group === 'agency' ? DISTRICT_OFFICE : unit.ward.centre,
        reachOf(unit.group),
        random,
      ),
      address: addressOf(unit, random.whole(8, 320), random.pick(unit.ward.streets)),
      official,
      probationary,
      seats,
      vacantSeats: seats > 0 && random.chance(0.09) ? 1 : 0,
      secretaryName,
      secretaryMail: mailOf(`bithu.${unit.code}`),
      weak: weak.map((field) => ({ field, weight: Math.round((1 - vigour * random.around(0.3, 0.9)) * 10) / 10 })),
      rule: {
        dayOfMonth: unit.meets.day,
        time: unit.meets.time,
        rollWeekend: unit.meets.rollWeekend,
        durationMinutes: official < 9 ? 60 : 90,
        thematicMonths: random.pick(THEMATIC_MONTHS),
        thematicDay: SEPARATE_THEMATIC.includes(unit.group) && random.chance(0.2) ? random.whole(14, 22) : null,
      },
      vigour,
      exempted: unit.group === 'quarter' ? Math.floor(official * random.around(0.05, 0.25)) : 0,
    };
  });
}

function reachOf(group: Group): number {
  return group === 'agency' ? 0.0009 : 0.0019;
}

function addressOf({ group, ward, name }: Unit, number: number, street: string): string {
  if (group === 'quarter')
    return `Trụ sở Ban điều hành ${name.split(',')[0] ?? name}, hẻm ${number} ${street}, Phường ${ward.number}`;
  if (group.startsWith('ward')) return `Ủy ban nhân dân Phường ${ward.number}, ${number} ${street}`;
  return `${number} ${street}, Phường ${ward.number}`;
}
