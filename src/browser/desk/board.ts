import type { Day } from '../../kernel/month.ts';
import type { DeskMeeting, DeskPerson, DeskState } from '../../pages/desk/desk.view.ts';

/** `open`: nobody goes; `short`: too few; `later`: nobody goes, because its turn comes later. */
export type Standing = 'open' | 'short' | 'held' | 'later';

/** Somebody who goes to a meeting. */
export interface Goer {
  readonly person: number;
  readonly isPinned: boolean;
}

/** A state of the desk from all its sides; people, meetings and days are named by their positions. */
export class Board {
  readonly people: readonly DeskPerson[];
  readonly meetings: readonly DeskMeeting[];
  /** Who goes, by meeting. */
  readonly goers: readonly (readonly Goer[])[];
  /** Meetings in their order, by person. */
  readonly visits: readonly (readonly number[])[];
  /** Whom people have kept away, by meeting. */
  readonly forbidden: readonly (readonly number[])[];
  /** The day of each meeting. */
  readonly dayOf: readonly number[];
  private readonly personPositions: ReadonlyMap<string, number>;
  private readonly meetingPositions: ReadonlyMap<string, number>;

  constructor(readonly state: DeskState) {
    const { people, meetings, days } = state;
    this.people = people;
    this.meetings = meetings;
    this.personPositions = new Map(people.map(({ id }, at) => [id, at]));
    this.meetingPositions = new Map(meetings.map(({ id }, at) => [id, at]));
    const dayPositions = new Map<Day, number>(days.map(({ day }, at) => [day, at]));
    this.dayOf = meetings.map(({ day }) => dayPositions.get(day) ?? -1);
    const goers: Goer[][] = meetings.map(() => []);
    const visits: number[][] = people.map(() => []);
    for (const [person, meeting, pinned] of state.assignments) {
      goers[meeting]?.push({ person, isPinned: pinned === 1 });
      visits[person]?.push(meeting);
    }
    for (const list of visits) list.sort((a, b) => a - b);
    const forbidden: number[][] = meetings.map(() => []);
    for (const [person, meeting] of state.forbidden) forbidden[meeting]?.push(person);
    this.goers = goers;
    this.visits = visits;
    this.forbidden = forbidden;
  }

  /** −1 for somebody who is not on the desk. */
  personAt(id: string): number {
    return this.personPositions.get(id) ?? -1;
  }

  meetingAt(id: string): number {
    return this.meetingPositions.get(id) ?? -1;
  }

  goerAt(person: number, meeting: number): Goer | undefined {
    return this.goers[meeting]?.find((goer) => goer.person === person);
  }

  /** A person's meetings of one day. */
  cell(person: number, day: number): number[] {
    return (this.visits[person] ?? []).filter((meeting) => this.dayOf[meeting] === day);
  }

  standing(meeting: number): Standing {
    const count = this.goers[meeting]?.length ?? 0;
    const wanted = this.meetings[meeting]?.wanted ?? 0;
    if (count === 0) return wanted === 0 ? 'later' : 'open';
    return count < wanted ? 'short' : 'held';
  }

  /** Why somebody is away on a day; null: is there. */
  awayOn(person: number, day: number): string | null {
    const date = this.state.days[day]?.day;
    return this.people[person]?.away.find((away) => away.day === date)?.label ?? null;
  }
}

/** The name of a pair of person and meeting. */
export function pairKey(specialistId: string, meetingId: string): string {
  return `${specialistId} ${meetingId}`;
}

/** Who goes where, as pairs. */
export function pairsOf({ people, meetings, assignments }: DeskState): ReadonlySet<string> {
  return new Set(
    assignments.map(([person, meeting]) => pairKey(people[person]?.id ?? '', meetings[meeting]?.id ?? '')),
  );
}
