import type { Month } from '../../kernel/month.ts';
import type { VisitLine } from '../../modules/visits/index.ts';
import type { MyVisitsPage, VisitCard } from './my-visits.view.ts';
import { isOver, visitCard } from './visit-card.ts';

export interface MyMonth {
  readonly month: Month;
  readonly before: Month | null;
  readonly after: Month | null;
  readonly lines: readonly VisitLine[];
}

/** Each visit stands in one place: where something is asked of me first. */
export function buildMyVisitsPage({ month, before, after, lines }: MyMonth, now: Date): MyVisitsPage {
  const placed = lines.map((line) => ({ card: visitCard(line, now), over: isOver(line, now) }));
  const cards = (place: Place): VisitCard[] =>
    placed.filter(({ card, over }) => placeOf(card, over) === place).map(({ card }) => card);
  return {
    month,
    previousHref: before && `/my/visits?month=${before}`,
    nextHref: after && `/my/visits?month=${after}`,
    calendarHref: lines.length > 0 ? '/my/visits.ics' : null,
    toAnswer: cards('answer'),
    toWrite: cards('write'),
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
