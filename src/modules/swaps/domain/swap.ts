import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, AmendmentId, SpecialistId, SwapId, VisitId } from '../../../kernel/id.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import type { DeclineKind, SwapState } from '../../../kernel/vocabulary.ts';
import type {} from '../errors.ts';

/** Somebody is asked to take a visit, or to exchange one of theirs for it. Until it is made the giver keeps the duty. */
export interface Swap {
  readonly id: SwapId;
  readonly month: Month;
  readonly visitId: VisitId;
  readonly giverId: SpecialistId;
  readonly takerId: SpecialistId;
  /** The visit of the taker that is given for it; null where none is. */
  readonly otherVisitId: VisitId | null;
  readonly reasonKind: DeclineKind;
  /** Words for the board only. */
  readonly reason: string;
  readonly state: SwapState;
  /** What whoever refused or rejected it said. */
  readonly answer: string;
  /** When the meetings begin, as the taker is asked about them. */
  readonly startsAt: Date;
  readonly otherStartsAt: Date | null;
  /** The last day on which the taker can answer. */
  readonly answerBy: Day;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
  readonly closedAt: Date | null;
  readonly closedBy: AccountId | null;
  readonly remindedAt: Date | null;
  readonly amendmentId: AmendmentId | null;
  readonly revision: number;
}

/** Who closes it, and when. */
export interface Closing {
  readonly at: Date;
  readonly by: AccountId | null;
}

const LONGEST_WORDS = 500;

export function isOpen({ state }: Pick<Swap, 'state'>): boolean {
  return state === 'asked' || state === 'agreed';
}

/** The taker agrees, and the board still has to confirm. @throws DomainError swap.closed, swap.expired */
export function agree(swap: Swap, today: Day): Swap {
  mustBe(swap, 'asked');
  if (today > swap.answerBy) throw new DomainError('swap.expired', { day: swap.answerBy });
  return { ...swap, state: 'agreed' };
}

/** @throws DomainError swap.closed unless both have agreed */
export function make(swap: Swap, amendmentId: AmendmentId, closing: Closing): Swap {
  mustBe(swap, 'agreed');
  return { ...closed(swap, 'made', closing), amendmentId };
}

/** @throws DomainError swap.closed, swap.words_long */
export function refuse(swap: Swap, words: string, closing: Closing): Swap {
  mustBe(swap, 'asked');
  return { ...closed(swap, 'refused', closing), answer: readWords(words) };
}

/** The board does not confirm what both have agreed on. @throws DomainError swap.closed, swap.words_long */
export function reject(swap: Swap, words: string, closing: Closing): Swap {
  mustBe(swap, 'agreed');
  return { ...closed(swap, 'rejected', closing), answer: readWords(words) };
}

/** @throws DomainError swap.closed */
export function withdraw(swap: Swap, closing: Closing): Swap {
  mustBeOpen(swap);
  return closed(swap, 'withdrawn', closing);
}

/** Nobody answered in time. @throws DomainError swap.closed */
export function expire(swap: Swap, at: Date): Swap {
  mustBe(swap, 'asked');
  return closed(swap, 'expired', { at, by: null });
}

/** The visits changed, so that it cannot be made any more. @throws DomainError swap.closed */
export function lapse(swap: Swap, at: Date): Swap {
  mustBeOpen(swap);
  return closed(swap, 'lapsed', { at, by: null });
}

/**
 * A meeting was moved: whoever had agreed did so for another hour, and is asked again. @throws DomainError swap.closed
 */
export function askAgain(swap: Swap, moved: Pick<Swap, 'startsAt' | 'otherStartsAt' | 'answerBy'>): Swap {
  mustBeOpen(swap);
  return { ...swap, ...moved, state: 'asked', remindedAt: null };
}

/** @throws DomainError swap.words_long, because nothing is cut silently */
export function readWords(typed: string): string {
  const words = plainText(typed);
  if (words.length > LONGEST_WORDS) {
    throw new DomainError('swap.words_long', { length: words.length, longest: LONGEST_WORDS });
  }
  return words;
}

function closed(swap: Swap, state: SwapState, { at, by }: Closing): Swap {
  return { ...swap, state, closedAt: at, closedBy: by };
}

function mustBe(swap: Swap, state: SwapState): void {
  if (swap.state !== state) throw new DomainError('swap.closed', { state: swap.state });
}

function mustBeOpen(swap: Swap): void {
  if (!isOpen(swap)) throw new DomainError('swap.closed', { state: swap.state });
}
