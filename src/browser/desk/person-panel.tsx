import { formatNumber, formatShortDate, formatShortWeekday, formatSigned } from '../../kernel/plain-format.ts';
import { useDesk } from './desk-context.ts';
import { LoadBar } from './small-parts.tsx';
import { locale, say } from './texts.ts';

/** One person: what the month asks of them, when they are away, and where they go. */
export function PersonPanel({ specialistId }: { specialistId: string }) {
  const { store, view } = useDesk();
  const board = store.board.value;
  const personAt = board.personAt(specialistId);
  const person = board.people[personAt];
  if (!person) return <p class="sheet-body">{say('desk.person_gone')}</p>;
  const visits = board.visits[personAt] ?? [];
  const share = person.share / 100;
  return (
    <>
      <header class="desk-panel-head">
        <h2 tabIndex={-1}>{person.name}</h2>
        <p class="soft">{person.department}</p>
        <p>
          <LoadBar visits={visits.length} share={share} max={person.max} /> <b>{visits.length}</b>{' '}
          {say('desk.of_share', { share: formatNumber(locale, share), max: person.max })}
        </p>
        <p class="soft">{say('desk.balance', { balance: formatSigned(locale, person.balance / 100) })}</p>
      </header>
      {visits.length === 0 && <p class="sheet-body soft">{say('desk.goes_nowhere')}</p>}
      <ul class="desk-visits">
        {visits.map((at) => {
          const meeting = board.meetings[at];
          return (
            meeting && (
              <li key={meeting.id}>
                <button
                  type="button"
                  class="desk-visit"
                  onClick={() => {
                    view.select({ meetingId: meeting.id, specialistId }, 'panel');
                  }}
                >
                  <span class="desk-when">
                    <b>{formatShortDate(locale, meeting.day)}</b>
                    <span>
                      {formatShortWeekday(locale, meeting.day)} {meeting.from}
                    </span>
                  </span>
                  <span>{meeting.branch}</span>
                </button>
              </li>
            )
          );
        })}
      </ul>
      {person.away.length > 0 && (
        <div class="sheet-foot">
          <p class="soft">{say('desk.away')}</p>
          <ul class="plain-list">
            {person.away.map(({ day, label }) => (
              <li key={day}>
                <span class="nowrap">
                  {formatShortWeekday(locale, day)} {formatShortDate(locale, day)}
                </span>{' '}
                <span class="soft">{label}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
