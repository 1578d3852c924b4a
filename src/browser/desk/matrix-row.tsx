import { formatNumber, formatShortDate, formatWeekday } from '../../kernel/plain-format.ts';
import { pairKey } from './board.ts';
import { useDesk } from './desk-context.ts';
import { targetOf } from './action-target.ts';
import { type Columns, LOAD, NAME, ROW, HEAD } from './matrix-window.ts';
import type { SpotAt } from './matrix-keys.ts';
import { LoadBar } from './small-parts.tsx';
import { px } from './px.ts';
import { kindWord, locale, say } from './texts.ts';

interface RowProps {
  readonly row: number;
  readonly person: number;
  readonly days: readonly number[];
  readonly columns: Columns;
  /** Where in this row the focus is, or would go. */
  readonly spot: SpotAt | null;
}

/** A person, their visits by day, and their load. */
export function MatrixRow({ row, person: personAt, days, columns, spot }: RowProps) {
  const { store, view, proposals } = useDesk();
  const board = store.board.value;
  const person = board.people[personAt];
  if (!person) return null;
  const visits = board.visits[personAt]?.length ?? 0;
  const share = person.share / 100;
  const isSelected = view.selected.value.specialistId === person.id;
  const target = proposals.preview.value && targetOf(proposals.preview.value.action);
  return (
    <div
      class={`desk-row${isSelected ? ' desk-row-shown' : ''}`}
      role="row"
      aria-rowindex={row + 2}
      data-person={person.id}
      style={px({ top: HEAD + row * ROW, height: ROW, width: NAME + columns.width + LOAD })}
    >
      <div
        class="desk-name"
        role="rowheader"
        aria-colindex={1}
        style={px({ width: NAME })}
        data-day={-1}
        data-spot={spot?.day === -1 ? '' : undefined}
        tabIndex={spot?.day === -1 ? 0 : -1}
        title={`${person.name}, ${person.department}`}
      >
        <span class="desk-name-text">{person.name}</span>
        <span class="sub">{person.department}</span>
      </div>
      {days.map((day) => (
        <MatrixCell
          key={day}
          personAt={personAt}
          day={day}
          left={NAME + (columns.offsets[day] ?? 0)}
          width={columns.widths[day] ?? 0}
          spot={spot?.day === day ? spot : null}
          isTarget={target?.specialistId === person.id && board.dayOf[board.meetingAt(target.meetingId)] === day}
        />
      ))}
      <div
        class={`desk-load${visits >= share + 1 ? ' load-high' : ''}`}
        role="gridcell"
        aria-colindex={board.state.days.length + 2}
        style={px({ width: LOAD })}
      >
        <LoadBar visits={visits} share={share} max={person.max} />
        <span>
          {visits}/{formatNumber(locale, share)}
        </span>
      </div>
    </div>
  );
}

interface CellProps {
  readonly personAt: number;
  readonly day: number;
  readonly left: number;
  readonly width: number;
  readonly spot: SpotAt | null;
  readonly isTarget: boolean;
}

function MatrixCell({ personAt, day, left, width, spot, isTarget }: CellProps) {
  const { store } = useDesk();
  const board = store.board.value;
  const person = board.people[personAt];
  const date = board.state.days[day];
  if (!person || !date) return null;
  const meetings = board.cell(personAt, day);
  const away = board.awayOn(personAt, day);
  const looks = ['desk-cell', `desk-day-${date.kind}`];
  if (away !== null) looks.push('desk-away');
  if (isTarget) looks.push('desk-target');
  const isFocus = spot !== null && meetings.length === 0;
  const when = `${formatWeekday(locale, date.day)} ${formatShortDate(locale, date.day)}`;
  return (
    <div
      class={looks.join(' ')}
      role="gridcell"
      aria-colindex={day + 2}
      aria-label={
        meetings.length > 0 ? undefined : [person.name, when, away ?? say('desk.no_visit')].filter(Boolean).join(', ')
      }
      title={away ?? undefined}
      style={px({ left, width })}
      data-day={day}
      data-spot={isFocus ? '' : undefined}
      tabIndex={meetings.length > 0 ? undefined : isFocus ? 0 : -1}
    >
      {meetings.map((meeting, at) => (
        <Chip
          key={board.meetings[meeting]?.id}
          personAt={personAt}
          meetingAt={meeting}
          visit={at}
          when={when}
          isSpot={spot?.visit === at}
          isAway={away !== null}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  readonly personAt: number;
  readonly meetingAt: number;
  readonly visit: number;
  readonly when: string;
  readonly isSpot: boolean;
  readonly isAway: boolean;
}

function Chip({ personAt, meetingAt, visit, when, isSpot, isAway }: ChipProps) {
  const { store, view } = useDesk();
  const board = store.board.value;
  const person = board.people[personAt];
  const meeting = board.meetings[meetingAt];
  if (!person || !meeting) return null;
  const { isPinned = false } = board.goerAt(personAt, meetingAt) ?? {};
  const lifted = view.lifted.value;
  const isLifted = lifted?.kind === 'visit' && lifted.specialistId === person.id && lifted.meetingId === meeting.id;
  const isNew = store.news.value.added.has(pairKey(person.id, meeting.id));
  const isDim = view.shown.value.isFiltered && !view.isShown(meetingAt);
  const isShown = view.selected.value.meetingId === meeting.id;
  const looks = ['chip', `chip-${meeting.kind}`];
  if (isPinned) looks.push('chip-pinned');
  if (isAway) looks.push('chip-clash');
  if (isLifted) looks.push('chip-lifted');
  if (isNew) looks.push('chip-new');
  if (isDim) looks.push('chip-dim');
  if (isShown) looks.push('chip-shown');
  const words = [meeting.short, person.name, when, meeting.from, meeting.branch, kindWord(meeting.kind)];
  if (isPinned) words.push(say('desk.pinned'));
  if (isAway) words.push(say('desk.away_then'));
  if (isNew) words.push(say('desk.new'));
  if (isLifted) words.push(say('desk.lifted'));
  return (
    <button
      type="button"
      class={looks.join(' ')}
      data-lift=""
      data-person={person.id}
      data-meeting={meeting.id}
      data-visit={visit}
      data-spot={isSpot ? '' : undefined}
      tabIndex={isSpot ? 0 : -1}
      aria-label={words.join(', ')}
      title={words.slice(2).join(', ')}
    >
      {meeting.short}
    </button>
  );
}
