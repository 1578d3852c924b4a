import { searchKey } from '../../kernel/search-key.ts';
import type { DeskMeeting, DeskPerson } from '../../pages/desk/desk.view.ts';
import type { Board, Standing } from './board.ts';

export interface Filters {
  readonly text: string;
  readonly department: string;
  readonly organisation: string;
  readonly branchType: string;
  readonly field: string;
  /** `lacking`: nobody or too few go. */
  readonly standing: 'all' | 'lacking' | 'held' | 'later';
}

export const NO_FILTERS: Filters = {
  text: '',
  department: '',
  organisation: '',
  branchType: '',
  field: '',
  standing: 'all',
};

/** What of the desk is shown. */
export interface Shown {
  /** Those of the people's rows. */
  readonly people: readonly number[];
  /** Those of the list: first those that lack somebody. */
  readonly meetings: readonly number[];
  /** Whether the meetings are fewer than all, so that the matrix shows which ones. */
  readonly isFiltered: boolean;
}

export function filterBoard(board: Board, filters: Filters): Shown {
  const words = searchKey(filters.text).split(' ').filter(Boolean);
  const says = (text: string) => words.every((word) => text.includes(word));
  const named = board.people.map((person) => words.length === 0 || says(textOfPerson(person)));
  const about = board.meetings.map((meeting) => words.length === 0 || says(textOfMeeting(meeting)));
  const meetings = board.meetings.flatMap((meeting, at) => {
    const goers = (board.goers[at] ?? []).map(({ person }) => person);
    const isFound = about[at] === true || goers.some((person) => named[person]);
    // A department sees where its people go, and where somebody of it could still go.
    const isIts = isLacking(board.standing(at)) || goers.some((person) => isOf(board.people[person], filters));
    return isFound && isIts && fits(meeting, filters) && isStanding(board.standing(at), filters.standing) ? [at] : [];
  });
  const people = board.people.flatMap((person, at) => {
    const isFound = named[at] === true || (board.visits[at] ?? []).some((meeting) => about[meeting]);
    return isFound && isOf(person, filters) ? [at] : [];
  });
  const rank = (meeting: number) => (isLacking(board.standing(meeting)) ? 0 : 1);
  return {
    people,
    meetings: meetings.toSorted((a, b) => rank(a) - rank(b) || a - b),
    isFiltered: meetings.length < board.meetings.length,
  };
}

export function isLacking(standing: Standing): boolean {
  return standing === 'open' || standing === 'short';
}

/** How many meetings stand so. */
export function countStandings(board: Board): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = { open: 0, short: 0, held: 0, later: 0 };
  board.meetings.forEach((_, at) => (counts[board.standing(at)] += 1));
  return counts;
}

/** What the filters can be set to, each once and in order. */
export function optionsOf(board: Board) {
  const inOrder = (texts: readonly string[]) =>
    [...new Set(texts)].filter(Boolean).sort((a, b) => a.localeCompare(b, 'vi'));
  return {
    department: inOrder(board.people.map(({ department }) => department)),
    organisation: inOrder(board.meetings.map(({ organisation }) => organisation)),
    branchType: inOrder(board.meetings.map(({ branchType }) => branchType)),
    field: inOrder(board.meetings.flatMap(({ fields }) => fields)),
  };
}

function isOf(person: DeskPerson | undefined, { department }: Filters): boolean {
  return department === '' || person?.department === department;
}

function fits(meeting: DeskMeeting, { organisation, branchType, field }: Filters): boolean {
  return (
    (organisation === '' || meeting.organisation === organisation) &&
    (branchType === '' || meeting.branchType === branchType) &&
    (field === '' || meeting.fields.includes(field))
  );
}

function isStanding(standing: Standing, wanted: Filters['standing']): boolean {
  return wanted === 'all' || (wanted === 'lacking' ? isLacking(standing) : standing === wanted);
}

const keys = new WeakMap<object, string>();

function textOfPerson(person: DeskPerson): string {
  return keyOf(person, [person.name, person.department]);
}

function textOfMeeting(meeting: DeskMeeting): string {
  return keyOf(meeting, [meeting.branch, meeting.short, meeting.organisation, meeting.place]);
}

/** Made once for each thing that a state brings. */
function keyOf(thing: object, texts: readonly string[]): string {
  const known = keys.get(thing) ?? searchKey(texts.join(' '));
  keys.set(thing, known);
  return known;
}
