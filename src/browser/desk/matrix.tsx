import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatShortDate, formatShortWeekday, formatWeekday } from '../../kernel/plain-format.ts';
import { useDesk } from './desk-context.ts';
import { isLacking } from './filter-board.ts';
import { MatrixKeys } from './matrix-keys.ts';
import { MatrixRow } from './matrix-row.tsx';
import { columnsOf, HEAD, LOAD, NAME, ROW, scrolledTo, type Sight, windowOf } from './matrix-window.ts';
import { px } from './px.ts';
import { locale, say } from './texts.ts';

/** People down, days across; only what is seen of it is drawn. */
export function Matrix() {
  const desk = useDesk();
  const { store, view } = desk;
  const box = useRef<HTMLDivElement>(null);
  const sight = useSignal<Sight>({ top: 0, left: 0, width: 1000, height: 600 });
  const columns = useComputed(() => columnsOf(store.board.value));
  // A text, so that scrolling by less than a row draws nothing.
  const drawn = useComputed(() => JSON.stringify(windowOf(sight.value, view.shown.value.people.length, columns.value)));
  const hasFocus = useRef(false);
  const wantsFocus = useRef(false);

  const look = () => {
    const { current } = box;
    if (!current) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = current;
    const { value } = sight;
    if (top !== value.top || left !== value.left || width !== value.width || height !== value.height) {
      sight.value = { top, left, width, height };
    }
  };
  const show = (row: number, day: number) => {
    const { current } = box;
    if (!current || row < 0) return;
    look();
    const to = scrolledTo(sight.value, row, day, columns.value);
    current.scrollTo(to.left, to.top);
    look();
  };
  const keys = new MatrixKeys(desk, (row, day) => {
    wantsFocus.current = true;
    show(row, day);
  });

  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    // Where a cell that has the focus goes away, the browser tells of no other place that has it now.
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) hasFocus.current = false;
    };
    document.addEventListener('focusin', leave);
    document.addEventListener('pointerdown', leave);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', leave);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);
  // What was chosen in the list comes into sight here.
  const { value: sought } = view.sought;
  useEffect(() => {
    if (!sought || sought.by === 'matrix') return;
    const { board } = store;
    const meeting = board.value.meetingAt(sought.meetingId);
    const rows = view.shown.value.people;
    const chosen = board.value.personAt(view.selected.value.specialistId ?? '');
    const row = rows.findIndex((person) => (chosen < 0 ? board.value.goerAt(person, meeting) : person === chosen));
    show(row < 0 ? Math.floor(sight.value.top / ROW) : row, board.value.dayOf[meeting] ?? -1);
  }, [sought]);
  // A cell that is drawn anew under the focus keeps it.
  useLayoutEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!wantsFocus.current && !isLost) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>('[data-spot]')?.focus({ preventScroll: true });
  });

  const board = store.board.value;
  const { people } = view.shown.value;
  const { firstRow, lastRow, firstDay, lastDay } = JSON.parse(drawn.value) as ReturnType<typeof windowOf>;
  const spot = keys.spot();
  const rows = people.map((_, row) => row).filter((row) => (row >= firstRow && row <= lastRow) || row === spot?.row);
  const days = board.state.days
    .map((_, day) => day)
    .filter((day) => (day >= firstDay && day <= lastDay) || day === spot?.day);
  const { offsets, widths, width } = columns.value;
  const lacking = board.state.days.map(() => 0);
  board.meetings.forEach((_, meeting) => {
    const day = board.dayOf[meeting] ?? -1;
    if (isLacking(board.standing(meeting))) lacking[day] = (lacking[day] ?? 0) + 1;
  });

  return (
    <div
      ref={box}
      class="desk-matrix"
      role="grid"
      aria-label={say('desk.matrix')}
      aria-rowcount={people.length + 1}
      aria-colcount={board.state.days.length + 2}
      aria-describedby="desk-keys-hint"
      onScroll={look}
      onKeyDown={(event) => keys.down(event)}
      onKeyUp={(event) => {
        // Space lifts and drops; it must not press the chip's button as well.
        if (event.key === ' ') event.preventDefault();
      }}
      onFocusIn={(event) => {
        hasFocus.current = true;
        keys.focused(event.target as HTMLElement);
      }}
    >
      <div class="desk-rows" style={px({ width: NAME + width + LOAD, height: HEAD + people.length * ROW })}>
        <div class="desk-head" role="row" aria-rowindex={1} style={px({ width: NAME + width + LOAD, height: HEAD })}>
          <div class="desk-name" role="columnheader" aria-colindex={1} style={px({ width: NAME })}>
            {say('desk.specialist')} <span class="soft">{people.length}</span>
          </div>
          {days.map((at) => {
            const day = board.state.days[at];
            if (!day) return null;
            const date = `${formatWeekday(locale, day.day)} ${formatShortDate(locale, day.day)}`;
            return (
              <div
                key={day.day}
                class={`desk-day desk-day-${day.kind}${day.isToday ? ' desk-today' : ''}`}
                role="columnheader"
                aria-colindex={at + 2}
                aria-label={day.holiday === null ? date : `${date}, ${day.holiday}`}
                title={day.holiday ?? undefined}
                style={px({ left: NAME + (offsets[at] ?? 0), width: widths[at] })}
              >
                <span>{formatShortWeekday(locale, day.day)}</span>
                <b>{day.day.slice(8)}</b>
                {(lacking[at] ?? 0) > 0 && (
                  <span class="desk-lacking" title={say('desk.lacking_on_day', { count: lacking[at] ?? 0 })}>
                    −{lacking[at]}
                  </span>
                )}
              </div>
            );
          })}
          <div
            class="desk-load"
            role="columnheader"
            aria-colindex={board.state.days.length + 2}
            style={px({ width: LOAD })}
          >
            {say('desk.visits_of_share')}
          </div>
        </div>
        {rows.map((row) => (
          <MatrixRow
            key={board.people[people[row] ?? -1]?.id}
            row={row}
            person={people[row] ?? -1}
            days={days}
            columns={columns.value}
            spot={spot?.row === row ? spot : null}
          />
        ))}
        {people.length === 0 && <p class="desk-none">{say('desk.nobody_found')}</p>}
      </div>
    </div>
  );
}
