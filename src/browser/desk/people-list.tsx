import { formatNumber } from '../../kernel/plain-format.ts';
import { useDesk } from './desk-context.ts';
import { LoadBar } from './small-parts.tsx';
import { locale, say } from './texts.ts';

/** The people on a narrow screen, where the matrix has no room: each with their load, and a sheet behind. */
export function PeopleList() {
  const { store, view } = useDesk();
  const board = store.board.value;
  const { people } = view.shown.value;
  return (
    <section class="desk-people card sheet" aria-label={say('desk.people')}>
      <ul>
        {people.map((at) => {
          const person = board.people[at];
          const visits = board.visits[at]?.length ?? 0;
          return (
            person && (
              <li key={person.id}>
                <button type="button" class="desk-person" data-person={person.id}>
                  <span>
                    <b>{person.name}</b>
                    <span class="sub">{person.department}</span>
                  </span>
                  <span class="nowrap">
                    <LoadBar visits={visits} share={person.share / 100} max={person.max} /> {visits}/
                    {formatNumber(locale, person.share / 100)}
                  </span>
                </button>
              </li>
            )
          );
        })}
      </ul>
      {people.length === 0 && <p class="desk-none">{say('desk.nobody_found')}</p>}
    </section>
  );
}
