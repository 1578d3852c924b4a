import { useState } from 'preact/hooks';
import { formatShortDate, formatNumber, formatWeekday } from '../../kernel/plain-format.ts';
import type { DeskAction } from '../../pages/desk/desk.view.ts';
import { ActionButton } from './action-button.tsx';
import type { Goer } from './board.ts';
import { Candidates } from './candidates.tsx';
import { useDesk } from './desk-context.ts';
import { isLacking } from './filter-board.ts';
import { LoadBar, Signed } from './small-parts.tsx';
import { kindWord, locale, say } from './texts.ts';

interface MeetingPanelProps {
  readonly meetingId: string;
  /** Whose visit was chosen. */
  readonly specialistId: string | null;
}

/** One meeting: who goes there, what can be done about it, and who else could go. */
export function MeetingPanel({ meetingId, specialistId }: MeetingPanelProps) {
  const { store } = useDesk();
  const board = store.board.value;
  const meetingAt = board.meetingAt(meetingId);
  const meeting = board.meetings[meetingAt];
  /** Whose place the candidates would take; null: they go as well. */
  const [instead, setInstead] = useState<string | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  if (!meeting) return <p class="sheet-body">{say('desk.meeting_gone')}</p>;
  const goers = board.goers[meetingAt] ?? [];
  const forbidden = board.forbidden[meetingAt] ?? [];
  const standing = board.standing(meetingAt);
  const { mayEdit } = board.state;
  const showsCandidates = mayEdit && (isLooking || isLacking(standing));
  return (
    <>
      <header class="desk-panel-head">
        <h2 tabIndex={-1}>{meeting.branch}</h2>
        <p>
          <b>
            {formatWeekday(locale, meeting.day)} {formatShortDate(locale, meeting.day)}, {meeting.from}–{meeting.to}
          </b>{' '}
          · {kindWord(meeting.kind)}
        </p>
        <p class="soft">
          {[meeting.organisation, meeting.branchType, meeting.place].filter(Boolean).join(' · ')}
          {meeting.fields.length > 0 && <> · {meeting.fields.join(', ')}</>}
        </p>
        <p class="soft">
          {meeting.monthsSince === null
            ? say('desk.never_visited')
            : say('desk.months_since', { count: meeting.monthsSince })}{' '}
          · <a href={`/meetings/${meeting.id}`}>{say('desk.why')}</a>
        </p>
      </header>
      {isLacking(standing) && (
        <p class="desk-panel-reason">
          <Signed icon="bad" look="desk-bad">
            {meeting.reason ?? say(standing === 'open' ? 'desk.open' : 'desk.short')}
          </Signed>
        </p>
      )}
      {goers.map((goer) => (
        <GoerPart
          key={board.people[goer.person]?.id}
          goer={goer}
          meetingId={meetingId}
          isChosen={board.people[goer.person]?.id === specialistId}
          onReplace={() => {
            setInstead(board.people[goer.person]?.id ?? null);
            setIsLooking(true);
          }}
        />
      ))}
      {forbidden.map((person) => (
        <div class="desk-goer" key={person}>
          <p>{say('desk.forbidden', { name: board.people[person]?.name ?? '' })}</p>
          {mayEdit && (
            <ActionButton
              label={say('desk.release_forbidden')}
              action={{ kind: 'release', specialistId: board.people[person]?.id ?? '', meetingId }}
            />
          )}
        </div>
      ))}
      {showsCandidates ? (
        <Candidates
          key={`${meetingId} ${instead ?? ''}`}
          meetingId={meetingId}
          instead={instead !== null && board.goerAt(board.personAt(instead), meetingAt) ? instead : null}
        />
      ) : (
        mayEdit && (
          <p class="sheet-foot">
            <button type="button" class="btn btn-sm" onClick={() => setIsLooking(true)}>
              {say(goers.length === 0 ? 'desk.who_could' : 'desk.who_else')}
            </button>{' '}
            <LiftButton meetingId={meetingId} specialistId={null} label={say('desk.lift_meeting')} />
          </p>
        )
      )}
    </>
  );
}

interface GoerProps {
  readonly goer: Goer;
  readonly meetingId: string;
  readonly isChosen: boolean;
  readonly onReplace: () => void;
}

function GoerPart({ goer, meetingId, isChosen, onReplace }: GoerProps) {
  const { store, view } = useDesk();
  const board = store.board.value;
  const person = board.people[goer.person];
  if (!person) return null;
  const visits = board.visits[goer.person]?.length ?? 0;
  const about = { specialistId: person.id, meetingId };
  const pin: DeskAction = { kind: goer.isPinned ? 'release' : 'pin', ...about };
  return (
    <div class={`desk-goer${isChosen ? ' desk-goer-chosen' : ''}`}>
      <div class="desk-goer-who">
        <p>
          <button
            type="button"
            class="desk-link"
            onClick={() => {
              view.selected.value = { meetingId: null, specialistId: person.id };
            }}
          >
            {person.name}
          </button>{' '}
          <span class="soft">{person.department}</span>{' '}
          {goer.isPinned && <span class="state state-wait">{say('desk.pinned')}</span>}
        </p>
        <p class="nowrap">
          <LoadBar visits={visits} share={person.share / 100} max={person.max} /> {visits}/
          {formatNumber(locale, person.share / 100)}
        </p>
      </div>
      {board.state.mayEdit && (
        <div class="desk-goer-do">
          <ActionButton label={say(goer.isPinned ? 'desk.release' : 'desk.pin')} action={pin} />
          <button type="button" class="btn btn-sm" onClick={onReplace}>
            {say('desk.replace')}
          </button>
          <LiftButton meetingId={meetingId} specialistId={person.id} label={say('desk.lift')} />
          <ActionButton label={say('desk.unassign')} action={{ kind: 'unassign', ...about }} />
        </div>
      )}
    </div>
  );
}

/** Lifts a visit or a meeting, so that the next press on a person or a meeting says where it goes: no dragging needed. */
function LiftButton({
  meetingId,
  specialistId,
  label,
}: {
  meetingId: string;
  specialistId: string | null;
  label: string;
}) {
  const { view } = useDesk();
  return (
    <button
      type="button"
      class="btn btn-sm"
      onClick={() => {
        view.lifted.value =
          specialistId === null ? { kind: 'meeting', meetingId } : { kind: 'visit', specialistId, meetingId };
        view.closePanel();
        view.part.value = specialistId === null ? 'people' : view.part.value;
      }}
    >
      {label}
    </button>
  );
}
