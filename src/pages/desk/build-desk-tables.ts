import type { DeskPerson, DeskState, DeskTables } from './desk.view.ts';

/** The state of the desk as rows, for browsers without modules and for paper. */
export function buildDeskTables({ people, meetings, assignments }: DeskState): DeskTables {
  const goes: DeskPerson[][] = meetings.map(() => []);
  const visits = people.map(() => 0);
  for (const [personAt, meetingAt] of assignments) {
    const [person, meeting] = [people[personAt], meetings[meetingAt]];
    if (!person || !meeting) continue;
    goes[meetingAt]?.push(person);
    visits[personAt] = (visits[personAt] ?? 0) + 1;
  }
  return {
    meetings: meetings.map((meeting, at) => ({ ...meeting, people: goes[at] ?? [] })),
    people: people.map((person, at) => ({
      ...person,
      share: person.share / 100,
      visits: visits[at] ?? 0,
    })),
  };
}
