import type { Actor, Locale } from '../../kernel/actor.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { formatDate } from '../../kernel/format.ts';
import { dayIn, timeIn } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import type { DeclineKind } from '../../kernel/vocabulary.ts';
import { isSwapOpen, type SwapChoiceLines, type SwapLine } from '../../modules/swaps/index.ts';
import { isOpen, type VisitLine } from '../../modules/visits/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { SwapAskPage, SwapCard, SwapChoice, SwapVisit } from './swap.view.ts';

/** What somebody has sent, so that nothing typed is lost. */
export interface TypedSwap {
  readonly chosen: string;
  readonly kind: DeclineKind | null;
  readonly reason: string;
  readonly error: string | null;
}

/** As many stand on a phone before a thumb has to scroll far. */
const SHOWN_TAKERS = 6;

export function buildSwapAskPage(
  { visit, takers, exchanges }: SwapChoiceLines,
  at: Pick<SwapAskPage, 'isForOther' | 'backHref' | 'action'>,
  { chosen, kind, reason, error }: TypedSwap,
): SwapAskPage {
  const people = takers.map(({ specialistId, name, department, visits, share }): SwapChoice => {
    const value = `give:${specialistId}`;
    const left = share - visits;
    return {
      value,
      name: `${name} (${department})`,
      detail: left > 0 ? { key: 'swaps.less', params: { left } } : { key: 'swaps.enough', params: { over: -left } },
      selected: chosen === value,
    };
  });
  const shown = people.filter((one, i) => i < SHOWN_TAKERS || one.selected);
  return {
    ...at,
    visit: visitOf(visit),
    takers: shown,
    moreTakers: people.filter((one) => !shown.includes(one)),
    exchanges: exchanges.map((line): SwapChoice => {
      const value = `exchange:${line.id}:${line.specialistId}`;
      const { day, from, branch } = visitOf(line);
      return {
        value,
        name: line.specialist,
        detail: { key: 'swaps.their_visit', params: { day, from, branch } },
        selected: chosen === value,
      };
    }),
    kind,
    reason,
    error,
  };
}

/** @param base where the steps of the board are sent; null on the page of the two */
export function swapCard(line: SwapLine, reader: Actor, now: Date, base: string | null): SwapCard {
  const { id, state, giver, taker, visit, other, giverId, takerId, answerBy, askedAt, askedFor, answer, number } = line;
  const isAhead = visit.startsAt > now && (other === null || other.startsAt > now);
  const isInTime = dayIn(visit.zone, now) <= answerBy;
  const isTaker = reader.specialistId === takerId && base === null;
  const isGiver = reader.specialistId === giverId;
  const decides = base !== null && may(reader, 'plan.amend');
  const own = `/my/swaps/${id}`;
  const readsReason = isGiver || may(reader, 'visit.read_reason');
  const answers = isTaker && state === 'asked' && isAhead;
  return {
    id,
    state,
    giver,
    taker,
    visit: visitOf(visit),
    other: other && visitOf(other),
    answerBy,
    askedAt,
    askedFor,
    reason: readsReason ? { kind: line.reasonKind, words: line.reason } : null,
    answer,
    number,
    what: whatOf(line, isTaker, isGiver),
    askAgainHref: isGiver && base === null && isAhead && cameToNothing(line) ? `/my/visits/${visit.id}/swap` : null,
    agreeAction: answers && isInTime ? `${own}/agree` : null,
    refuseAction: answers ? `${own}/refuse` : null,
    withdrawAction: isSwapOpen(line) ? (decides ? `${base}/${id}/withdraw` : isGiver ? `${own}/withdraw` : null) : null,
    confirmAction: decides && state === 'agreed' && isAhead ? `${base}/${id}/confirm` : null,
    rejectAction: decides && state === 'agreed' ? `${base}/${id}/reject` : null,
  };
}

/** The visit is still the giver's, and nobody is asked to take it. */
function cameToNothing({ state, visit, giverId }: SwapLine): boolean {
  const isOver = state === 'refused' || state === 'expired' || state === 'rejected' || state === 'withdrawn';
  return isOver && visit.specialistId === giverId && isOpen(visit.state);
}

function whatOf({ state, giver, taker, other }: SwapLine, isTaker: boolean, isGiver: boolean): Sentence | null {
  switch (state) {
    case 'asked':
      if (isTaker)
        return other ? { key: 'swaps.asks_exchange', params: { giver } } : { key: 'swaps.asks', params: { giver } };
      return isGiver ? { key: 'swaps.until_then' } : null;
    case 'agreed':
      return { key: 'swaps.board_confirms', params: { giver } };
    case 'refused':
    case 'expired':
    case 'rejected':
      return isGiver ? { key: 'swaps.stays_yours' } : { key: 'swaps.stays', params: { giver } };
    case 'made':
      return other ? { key: 'swaps.exchanged', params: { giver, taker } } : { key: 'swaps.taken', params: { taker } };
    case 'lapsed':
      return { key: 'swaps.changed_meanwhile' };
    case 'withdrawn':
      return null;
  }
}

/** What keeps the reader from a swap; of others nothing is said. */
export function ownAgainst(faults: readonly Fault[], { specialistId }: Actor): Sentence[] {
  const own = faults.filter(({ params }) => params?.['specialistId'] === specialistId);
  const keys = own.map(({ code, params = {} }): Sentence['key'] => {
    if (code === 'verify.cannot_attend_both') return 'swaps.against_elsewhere';
    if (code !== 'verify.ineligible') return 'swaps.against_limit';
    const { reasons } = params;
    return Array.isArray(reasons) && reasons.includes('leave') ? 'swaps.against_away' : 'swaps.against_branch';
  });
  return [...new Set(keys)].map((key) => ({ key }) as Sentence);
}

/** A coming visit as one of a list. */
export function visitOption(line: VisitLine, locale: Locale): string {
  const { day, from, branch, of } = visitOf(line);
  return `${of}: ${formatDate(locale, day)} ${from}, ${branch}`;
}

function visitOf({ zone, startsAt, endsAt, branch, place, specialist }: VisitLine): SwapVisit {
  return {
    day: dayIn(zone, startsAt),
    from: timeIn(zone, startsAt),
    to: timeIn(zone, endsAt),
    branch,
    place,
    of: specialist,
  };
}
