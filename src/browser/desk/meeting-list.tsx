import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatShortDate, formatShortWeekday } from '../../kernel/plain-format.ts';
import { targetOf } from './action-target.ts';
import { pairKey } from './board.ts';
import { useDesk } from './desk-context.ts';
import { countStandings, type Filters, isLacking } from './filter-board.ts';
import { anchorOf } from './proposals.ts';
import { Signed } from './small-parts.tsx';
import { actionsFor } from './targets.ts';
import { px } from './px.ts';
import { kindWord, locale, say } from './texts.ts';

const ROW = 64;
const BEYOND = 4;
const PAGE = 6;

/** The month's meetings, those that lack somebody first; only the rows that are seen are drawn. */
export function MeetingList() {
  const desk = useDesk();
  const { store, view, proposals } = desk;
  const box = useRef<HTMLDivElement>(null);
  const sight = useSignal({ top: 0, height: 500 });
  const wantsFocus = useRef(false);
  const window = useComputed(() => {
    const { top, height } = sight.value;
    return `${Math.max(0, Math.floor(top / ROW) - BEYOND)} ${Math.ceil((top + height) / ROW) + BEYOND}`;
  });
  const look = () => {
    const { current } = box;
    if (!current) return;
    const { scrollTop: top, clientHeight: height } = current;
    if (top !== sight.value.top || height !== sight.value.height) sight.value = { top, height };
  };
  const show = (at: number) => {
    const { current } = box;
    if (!current || at < 0) return;
    look();
    const { top, height } = sight.value;
    current.scrollTop = Math.max(Math.min(top, at * ROW), (at + 1) * ROW - height);
    look();
  };
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  // What was chosen in the matrix comes into sight here.
  const { value: sought } = view.sought;
  useEffect(() => {
    if (sought && sought.by !== 'list')
      show(view.shown.value.meetings.indexOf(store.board.value.meetingAt(sought.meetingId)));
  }, [sought]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>('[data-list-spot]')?.focus({ preventScroll: true });
  });

  const board = store.board.value;
  const { meetings } = view.shown.value;
  const spotId = view.listSpot.value ?? view.selected.value.meetingId;
  const spotAt = Math.max(0, spotId === null ? 0 : meetings.indexOf(board.meetingAt(spotId)));
  const [first = 0, last = 0] = window.value.split(' ').map(Number);
  const rows = meetings.map((_, at) => at).filter((at) => (at >= first && at <= last) || at === spotAt);

  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: spotAt + 1,
      ArrowUp: spotAt - 1,
      PageDown: spotAt + PAGE,
      PageUp: spotAt - PAGE,
      Home: 0,
      End: meetings.length - 1,
    };
    const to = moves[event.key];
    const id = board.meetings[meetings[spotAt] ?? -1]?.id;
    if (to !== undefined) {
      const at = Math.max(0, Math.min(meetings.length - 1, to));
      view.listSpot.value = board.meetings[meetings[at] ?? -1]?.id ?? null;
      wantsFocus.current = true;
      show(at);
    } else if (event.key === 'Enter') (event.target as HTMLElement).click();
    else if (event.key === 'Escape' && view.lifted.value) {
      view.lifted.value = null;
      proposals.lookAway();
    } else if (event.key === ' ' && id !== undefined && board.state.mayEdit) {
      const lifted = view.lifted.value;
      view.lifted.value = lifted ? null : { kind: 'meeting', meetingId: id };
      if (lifted) proposals.choose(actionsFor(board, lifted, { kind: 'meeting', meetingId: id }).slice(0, 1));
    } else return;
    event.preventDefault();
  };

  return (
    <section class="desk-list card sheet" aria-labelledby="desk-list-title">
      <h2 id="desk-list-title" class="visually-hidden">
        {say('desk.meetings')}
      </h2>
      <Standings />
      <Nobody />
      <div
        ref={box}
        class="desk-list-box"
        role="listbox"
        aria-labelledby="desk-list-title"
        aria-describedby="desk-keys-hint"
        onScroll={look}
        onKeyDown={keyDown}
        onFocusIn={(event) => {
          const row = event.target as HTMLElement;
          const { meeting } = row.dataset;
          if (meeting === undefined) return;
          view.listSpot.value = meeting;
          const lifted = view.lifted.value;
          const [action] = lifted ? actionsFor(board, lifted, { kind: 'meeting', meetingId: meeting }) : [];
          if (action) proposals.look(action, anchorOf(row));
        }}
      >
        {/* As high as all rows are, so that the scroll bar tells how many there are. */}
        <div class="desk-list-rows" role="presentation" style={px({ height: meetings.length * ROW })}>
          {rows.map((at) => (
            <MeetingRow
              key={board.meetings[meetings[at] ?? -1]?.id}
              meetingAt={meetings[at] ?? -1}
              at={at}
              of={meetings.length}
              isSpot={at === spotAt}
            />
          ))}
        </div>
      </div>
      {meetings.length === 0 && <p class="desk-none">{say('desk.no_meeting_found')}</p>}
    </section>
  );
}

/** Where a visit that is in hand is put down for nobody to make. */
function Nobody() {
  const { view } = useDesk();
  const inHand = view.dragged.value?.source ?? view.lifted.value;
  if (inHand?.kind !== 'visit') return null;
  return (
    <button type="button" class="desk-nobody" data-nobody="">
      {say('desk.drop_for_nobody')}
    </button>
  );
}

/** How many meetings lack somebody, and so on; each figure shows its meetings. */
function Standings() {
  const { store, view } = useDesk();
  const counts = countStandings(store.board.value);
  const figures = {
    all: store.board.value.meetings.length,
    lacking: counts.open + counts.short,
    held: counts.held,
    later: counts.later,
  };
  return (
    <div class="desk-standings" role="group" aria-label={say('desk.standing')}>
      {(Object.keys(figures) as Filters['standing'][]).map((standing) => (
        <button
          key={standing}
          type="button"
          aria-pressed={view.filters.value.standing === standing}
          class={standing === 'lacking' && figures.lacking > 0 ? 'desk-standing-lacking' : ''}
          onClick={() => view.filter({ standing })}
        >
          {say(`desk.standing.${standing}`)} <b>{figures[standing]}</b>
        </button>
      ))}
    </div>
  );
}

interface RowProps {
  readonly meetingAt: number;
  /** Its place in the list, and of how many. */
  readonly at: number;
  readonly of: number;
  readonly isSpot: boolean;
}

function MeetingRow({ meetingAt, at, of, isSpot }: RowProps) {
  const { store, view, proposals } = useDesk();
  const board = store.board.value;
  const meeting = board.meetings[meetingAt];
  if (!meeting) return null;
  const standing = board.standing(meetingAt);
  const goers = board.goers[meetingAt] ?? [];
  const isSelected = view.selected.value.meetingId === meeting.id;
  const preview = proposals.preview.value;
  const looks = ['desk-meeting', `desk-meeting-${standing}`];
  if (isSelected) looks.push('desk-meeting-shown');
  if (preview && preview.action.kind === 'move' && targetOf(preview.action).meetingId === meeting.id) {
    looks.push('desk-target');
  }
  if (view.lifted.value?.kind === 'meeting' && view.lifted.value.meetingId === meeting.id)
    looks.push('desk-meeting-lifted');
  const isNew = goers.some(({ person }) =>
    store.news.value.added.has(pairKey(board.people[person]?.id ?? '', meeting.id)),
  );
  return (
    <div
      class={looks.join(' ')}
      role="option"
      aria-selected={isSelected}
      aria-posinset={at + 1}
      aria-setsize={of}
      tabIndex={isSpot ? 0 : -1}
      data-lift=""
      data-meeting={meeting.id}
      data-list-spot={isSpot ? '' : undefined}
      style={px({ top: at * ROW, height: ROW })}
    >
      <p class="desk-when">
        <b>{formatShortDate(locale, meeting.day)}</b>
        <span>
          {formatShortWeekday(locale, meeting.day)} {meeting.from}
        </span>
      </p>
      <div class="desk-what">
        <p class="desk-branch">
          <span>{meeting.branch}</span>{' '}
          <span class={`chip chip-${meeting.kind}`} title={kindWord(meeting.kind)}>
            {meeting.short}
          </span>
        </p>
        <p class="desk-who">
          {goers.map(({ person }) => board.people[person]?.name ?? '').join(', ')}
          {goers.length > 0 && standing === 'short' && ' · '}
          {isLacking(standing) && (
            <Signed icon="bad" look="desk-bad">
              {meeting.reason ?? say(standing === 'open' ? 'desk.open' : 'desk.short')}
            </Signed>
          )}
          {standing === 'later' && <span class="soft">{say('desk.later')}</span>}
          {isNew && <span class="desk-new"> {say('desk.new')}</span>}
        </p>
      </div>
    </div>
  );
}
