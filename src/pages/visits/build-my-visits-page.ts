import type { Month } from '../../kernel/month.ts';
import type { VisitLine } from '../../modules/visits/index.ts';
import type { MyVisitsPage, VisitCard } from './my-visits.view.ts';
import { type CardFacts, isOver, visitCard } from './visit-card.ts';

export interface MyMonth {
  readonly month: Month;
  readonly before: Month | null;
  readonly after: Month | null;
  readonly lines: readonly VisitLine[];
  /** Of other months: forms that are owed. */
  readonly owed: readonly VisitLine[];
}

/** Each visit stands in one place: where something is asked of me first. */
export function buildMyVisitsPage({ month, before, after, lines, owed }: MyMonth, facts: CardFacts): MyVisitsPage {
  const placed = lines.map((line) => ({ card: visitCard(line, facts), over: isOver(line, facts.now) }));
  const earlier = owed.map((line) => visitCard(line, facts));
  const cards = (place: Place): VisitCard[] =>
    placed.filter(({ card, over }) => placeOf(card, over) === place).map(({ card }) => card);
  return {
    month,
    previousHref: before && `/my/visits?month=${before}`,
    nextHref: after && `/my/visits?month=${after}`,
    calendarHref: lines.length > 0 ? '/my/visits.ics' : null,
    toAnswer: cards('answer'),
    toWrite: [...earlier, ...cards('write')].sort((a, b) => b.daysLate - a.daysLate || (a.day < b.day ? -1 : 1)),
    ahead: cards('ahead'),
    past: cards('past'),
  };
}

type Place = 'answer' | 'write' | 'ahead' | 'past';

function placeOf({ state, form }: VisitCard, over: boolean): Place {
  if (form === 'returned') return 'write';
  if (over && (form === 'missing' || form === 'draft')) return 'write';
  if (over || form === 'submitted' || form === 'accepted') return 'past';
  return state === 'offered' ? 'answer' : 'ahead';
}
