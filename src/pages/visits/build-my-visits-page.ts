import { dayIn, type Month } from '../../kernel/month.ts';
import type { CarriedBalance } from '../../modules/planning/index.ts';
import { takesPlace, type VisitLine } from '../../modules/visits/index.ts';
import type { WaitingItem } from '../waiting/waiting-item.ts';
import type { MyVisitsPage, VisitCard } from './my-visits.view.ts';
import { ownBalance } from './own-balance.ts';
import { type CardFacts, isOver, visitCard } from './visit-card.ts';

export interface MyMonth {
  readonly month: Month;
  readonly before: Month | null;
  readonly after: Month | null;
  readonly lines: readonly VisitLine[];
  /** Owed forms of other months. */
  readonly owed: readonly VisitLine[];
  /** The reader's own, of the months up to this one. */
  readonly balance: CarriedBalance | null;
  /** All that waits for the reader. */
  readonly waiting: readonly WaitingItem[];
}

const ADDRESS = '/my/visits';

/** Each visit is listed once: today's first, then those that need something from the reader. */
export function buildMyVisitsPage(
  { month, before, after, lines, owed, balance, waiting }: MyMonth,
  facts: CardFacts & { readonly account: string },
  noticeHref: string | null,
): MyVisitsPage {
  const placed = lines.map((line) => ({ card: visitCard(line, facts), place: placeOf(line, facts) }));
  const cards = (place: Place): VisitCard[] => placed.filter((each) => each.place === place).map(({ card }) => card);
  const earlier = owed.map((line) => visitCard(line, facts));
  const acceptable = placed.filter(({ card }) => card.may.accept);
  const toWrite = [...earlier, ...cards('write')].sort((a, b) => b.daysLate - a.daysLate || (a.day < b.day ? -1 : 1));
  return {
    month,
    account: facts.account,
    keep: [ADDRESS, ...[...cards('today'), ...toWrite, ...cards('answer'), ...cards('ahead')].flatMap(pagesOf)].join(
      ' ',
    ),
    previousHref: before && `/my/visits?month=${before}`,
    nextHref: after && `/my/visits?month=${after}`,
    calendarHref: lines.some(({ state }) => takesPlace(state)) ? '/my/visits.ics' : null,
    noticeHref,
    dutyPage: lines.some(({ state }) => takesPlace(state))
      ? { pdfHref: `/my/duty-pages/${month}/pdf`, docxHref: `/my/duty-pages/${month}/docx` }
      : null,
    acceptAllAction: acceptable.length > 1 ? '/my/visits/accept-all' : null,
    waiting: waiting.filter(({ under, href }) => under === 'visits' && href !== ADDRESS),
    today: cards('today'),
    toAnswer: cards('answer'),
    toWrite,
    ahead: cards('ahead'),
    past: cards('past'),
    off: cards('off'),
    balance: ownBalance(month, balance),
  };
}

/** A visit's brief, and its form where it may be written. */
function pagesOf({ visitId, may, form }: VisitCard): string[] {
  const brief = `${ADDRESS}/${visitId}`;
  const isWritten = may.prepare || form === 'missing' || form === 'draft' || form === 'returned';
  return isWritten ? [brief, `${brief}/form`] : [brief];
}

type Place = 'today' | 'answer' | 'write' | 'ahead' | 'past' | 'off';

function placeOf(line: VisitLine, { now }: CardFacts): Place {
  const { state, form, zone, startsAt } = line;
  if (!takesPlace(state)) return 'off';
  if (form === 'returned') return 'write';
  const over = isOver(line, now);
  if (form === 'submitted' || form === 'accepted') return 'past';
  if (over) return 'write';
  if (startsAt <= now || dayIn(zone, startsAt) === dayIn(zone, now)) return 'today';
  return state === 'offered' ? 'answer' : 'ahead';
}
