import type { DeskAction } from '../../pages/desk/desk.view.ts';
import type { Desk } from './desk-context.ts';
import type { Spot } from './desk-view.ts';
import { anchorOf } from './proposals.ts';
import { actionsFor, type Target } from './targets.ts';

/** The focus by rows and columns as they are shown now. */
export interface SpotAt {
  readonly row: number;
  readonly day: number;
  readonly visit: number;
}

const PAGE = 10;

/** The keyboard's way through the matrix: arrows move, Space lifts and drops, Enter opens. */
export class MatrixKeys {
  constructor(
    private readonly desk: Desk,
    /** Brings a cell into sight and gives it the focus. */
    private readonly goTo: (row: number, day: number) => void,
  ) {}

  /** Where the focus is, or would go; null without people. */
  spot(): SpotAt | null {
    const { view, store } = this.desk;
    const { people } = view.shown.value;
    const spot = view.spot.value;
    if (people.length === 0) return null;
    const row = spot ? people.indexOf(store.board.value.personAt(spot.specialistId)) : -1;
    if (!spot || row < 0) return { row: 0, day: -1, visit: 0 };
    const visits = store.board.value.cell(people[row] ?? -1, spot.day).length;
    return { row, day: spot.day, visit: Math.max(0, Math.min(spot.visit, visits - 1)) };
  }

  /** The focus has come to an element of the matrix, by a click or by Tab. */
  focused(element: HTMLElement): void {
    const { view } = this.desk;
    const specialistId = element.closest<HTMLElement>('[data-person]')?.dataset['person'];
    const day = element.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (specialistId === undefined || day === undefined) return;
    const spot: Spot = { specialistId, day: Number(day), visit: Number(element.dataset['visit'] ?? 0) };
    const before = view.spot.value;
    if (before?.specialistId !== specialistId || before.day !== spot.day || before.visit !== spot.visit) {
      view.spot.value = spot;
    }
    this.lookFrom(element, spot);
  }

  down(event: KeyboardEvent): void {
    const { view, proposals } = this.desk;
    const spot = this.spot();
    if (!spot || event.altKey || event.metaKey) return;
    // The question of the key before is not open yet, and this Enter is its answer.
    if (event.key === 'Enter' && proposals.question.value) {
      proposals.answer();
      event.preventDefault();
      return;
    }
    const to = this.moved(spot, event);
    if (to) this.move(to);
    else if (event.ctrlKey) return;
    else if (event.key === ' ') this.liftOrDrop(event.target as HTMLElement);
    else if (event.key === 'Escape' && view.lifted.value) {
      view.lifted.value = null;
      proposals.lookAway();
    } else if (event.key === 'Enter' && (event.target as HTMLElement).tagName !== 'BUTTON') {
      (event.target as HTMLElement).click();
    } else if (!this.act(event.key)) return;
    event.preventDefault();
  }

  /** Delete takes a visit away, P pins it or lets it go. */
  private act(key: string): boolean {
    const visit = this.visitAtSpot();
    if (!visit || !this.desk.store.board.value.state.mayEdit) return false;
    const { specialistId, meetingId, isPinned } = visit;
    const kinds: Readonly<Record<string, DeskAction['kind']>> = {
      delete: 'unassign',
      backspace: 'unassign',
      p: isPinned ? 'release' : 'pin',
    };
    const kind = kinds[key.toLowerCase()] as 'unassign' | 'pin' | 'release' | undefined;
    if (!kind) return false;
    this.desk.proposals.choose([{ kind, specialistId, meetingId }]);
    return true;
  }

  private moved(spot: SpotAt, { key, ctrlKey }: KeyboardEvent): SpotAt | null {
    const { store, view } = this.desk;
    const { people } = view.shown.value;
    const [lastRow, lastDay] = [people.length - 1, store.board.value.state.days.length - 1];
    const count = (row: number, day: number) => store.board.value.cell(people[row] ?? -1, day).length;
    const { row, day, visit } = spot;
    switch (key) {
      case 'ArrowLeft':
        if (visit > 0) return { row, day, visit: visit - 1 };
        return day < 0 ? spot : { row, day: day - 1, visit: Math.max(0, count(row, day - 1) - 1) };
      case 'ArrowRight':
        if (visit < count(row, day) - 1) return { row, day, visit: visit + 1 };
        return day === lastDay ? spot : { row, day: day + 1, visit: 0 };
      case 'ArrowUp':
        return { row: Math.max(0, row - 1), day, visit };
      case 'ArrowDown':
        return { row: Math.min(lastRow, row + 1), day, visit };
      case 'PageUp':
        return { row: Math.max(0, row - PAGE), day, visit };
      case 'PageDown':
        return { row: Math.min(lastRow, row + PAGE), day, visit };
      case 'Home':
        return { row: ctrlKey ? 0 : row, day: -1, visit: 0 };
      case 'End':
        return { row: ctrlKey ? lastRow : row, day: lastDay, visit: 0 };
      default:
        return null;
    }
  }

  private move({ row, day, visit }: SpotAt): void {
    const { store, view } = this.desk;
    const specialistId = store.board.value.people[view.shown.value.people[row] ?? -1]?.id ?? '';
    view.spot.value = { specialistId, day, visit };
    this.goTo(row, day);
  }

  private visitAtSpot() {
    const { store, view } = this.desk;
    const spot = this.spot();
    const board = store.board.value;
    const person = spot ? (view.shown.value.people[spot.row] ?? -1) : -1;
    const meeting = spot ? (board.cell(person, spot.day)[spot.visit] ?? -1) : -1;
    const goer = board.goerAt(person, meeting);
    if (!goer) return null;
    const [specialistId, meetingId] = [board.people[person]?.id ?? '', board.meetings[meeting]?.id ?? ''];
    return { specialistId, meetingId, isPinned: goer.isPinned };
  }

  private liftOrDrop(element: HTMLElement): void {
    const { view, store, proposals } = this.desk;
    const visit = this.visitAtSpot();
    const lifted = view.lifted.value;
    if (!store.board.value.state.mayEdit) return;
    if (!lifted) {
      if (visit) view.lifted.value = { kind: 'visit', specialistId: visit.specialistId, meetingId: visit.meetingId };
      return;
    }
    const specialistId = element.closest<HTMLElement>('[data-person]')?.dataset['person'] ?? '';
    proposals.choose(
      actionsFor(
        store.board.value,
        lifted,
        visit ? { ...visit, kind: 'visit' } : { kind: 'person', specialistId },
      ).slice(0, 1),
    );
    view.lifted.value = null;
  }

  /** While something is lifted, the cell with the focus tells what dropping it there would cost. */
  private lookFrom(element: HTMLElement, { specialistId }: Spot): void {
    const { view, store, proposals } = this.desk;
    const lifted = view.lifted.value;
    if (!lifted) return;
    const { meeting } = element.dataset;
    const target: Target =
      meeting === undefined ? { kind: 'person', specialistId } : { kind: 'visit', specialistId, meetingId: meeting };
    const [action] = actionsFor(store.board.value, lifted, target);
    if (action) proposals.look(action, anchorOf(element));
    else proposals.lookAway();
  }
}
