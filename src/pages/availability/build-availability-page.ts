import { addDays, type Day, firstDay, type Month } from '../../kernel/month.ts';
import { type AvailablePerson, isWaitedFor, type MonthAvailability } from '../../modules/availability/index.ts';
import { isReached, type WayToPerson } from '../../modules/notifications/index.ts';
import type { AvailabilityPage, AvailabilityRow } from './availability.view.ts';

/** What was typed, and why nobody was asked. */
export interface AskRefusal {
  readonly until: string;
  readonly error: string;
}

/** Days before a month begins on which replies end, where nobody has chosen another day: enough to make the plan. */
const DAYS_TO_PLAN = 6;

export function buildAvailabilityPage(
  month: Month,
  { round, isPublished, today, people }: MonthAvailability,
  ways: ReadonlyMap<string, WayToPerson>,
  refusal: AskRefusal | null,
  conflicts: AvailabilityPage['conflicts'],
): AvailabilityPage {
  const waiting = people.filter(({ reply }) => reply === null);
  const silent = waiting.filter(({ askedAt }) => askedAt !== null);
  const unasked = waiting.filter(({ askedAt }) => askedAt === null);
  const entered = people.filter(({ reply }) => reply === 'entered');
  const nothing = people.filter(({ reply }) => reply === 'nothing');
  return {
    month,
    backHref: `/months/${month}/calendar`,
    round: round && { until: round.until, isOpen: isWaitedFor(round, today), askedAt: round.askedAt },
    isPublished,
    figures: { nothing: nothing.length, entered: entered.length, silent: silent.length, unasked: unasked.length },
    ask:
      isPublished || people.length === 0 || today >= firstDay(month)
        ? null
        : {
            action: `/months/${month}/availability`,
            seen: round?.mailing ?? 0,
            until: refusal?.until ?? lastDay(round?.until ?? null, month, today),
            people: waiting.length,
            missed: waiting.filter(({ specialistId }) => !isReached(ways.get(specialistId))).length,
            error: refusal?.error ?? null,
          },
    silent: silent.map((person) => rowOf(person, ways)),
    unasked: unasked.map((person) => rowOf(person, ways)),
    entered: entered.map((person) => rowOf(person)),
    nothing: nothing.map((person) => rowOf(person)),
    conflicts,
  };
}

function lastDay(chosen: Day | null, month: Month, today: Day): Day {
  const usual = chosen ?? addDays(firstDay(month), -DAYS_TO_PLAN);
  return usual < today ? today : usual;
}

/** `ways`: of people who have not replied. */
function rowOf(
  { specialistId, name, department, days, repliedAt }: AvailablePerson,
  ways?: ReadonlyMap<string, WayToPerson>,
): AvailabilityRow {
  const way = ways?.get(specialistId);
  const missed = way && !isReached(way) ? way : null;
  return { name, department, personHref: `/specialists/${specialistId}`, days, repliedAt, missed };
}
