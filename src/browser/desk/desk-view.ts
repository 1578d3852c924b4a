import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskStore } from './desk-store.ts';
import { type Filters, filterBoard, NO_FILTERS, type Shown } from './filter-board.ts';
import type { Source } from './targets.ts';

/** What stands in the panel: a meeting, a person, or a person's visit. */
export interface Selection {
  readonly meetingId: string | null;
  readonly specialistId: string | null;
}

/** The cell of the matrix that has the focus, or would get it. */
export interface Spot {
  readonly specialistId: string;
  /** Of the days; −1 for the name. */
  readonly day: number;
  /** Which of the cell's visits. */
  readonly visit: number;
}

export const NOTHING: Selection = { meetingId: null, specialistId: null };

/** What of the desk is looked at: nothing here is known to the service. */
export class DeskView {
  readonly filters = signal<Filters>(NO_FILTERS);
  readonly shown: ReadonlySignal<Shown>;
  private readonly shownMeetings: ReadonlySignal<ReadonlySet<number>>;
  readonly selected = signal<Selection>(NOTHING);
  readonly spot = signal<Spot | null>(null);
  /** The meeting of the list that has the focus, or would get it. */
  readonly listSpot = signal<string | null>(null);
  /** What was taken up by a key or a button, until it is put down. */
  readonly lifted = signal<Source | null>(null);
  /** What the pointer drags, and where it is. */
  readonly dragged = signal<{ readonly source: Source; readonly x: number; readonly y: number } | null>(null);
  /** What a narrow screen shows. */
  readonly part = signal<'meetings' | 'people'>('meetings');
  readonly isListingKeys = signal(false);
  /** A meeting that the matrix or the list is to bring into sight, because it was chosen in the other. */
  readonly sought = signal<{ readonly meetingId: string; readonly by: 'matrix' | 'list' | 'panel' } | null>(null);

  constructor(store: DeskStore) {
    this.shown = computed(() => filterBoard(store.board.value, this.filters.value));
    this.shownMeetings = computed(() => new Set(this.shown.value.meetings));
  }

  isShown(meeting: number): boolean {
    return this.shownMeetings.value.has(meeting);
  }

  /** `by`: where it was chosen; the other of matrix and list brings it into sight. */
  select(selection: Selection, by: 'matrix' | 'list' | 'panel'): void {
    batch(() => {
      this.selected.value = selection;
      const { meetingId } = selection;
      if (meetingId !== null) {
        this.listSpot.value = meetingId;
        this.sought.value = { meetingId, by };
      }
    });
  }

  closePanel(): void {
    this.selected.value = NOTHING;
  }

  filter(change: Partial<Filters>): void {
    this.filters.value = { ...this.filters.value, ...change };
  }
}
