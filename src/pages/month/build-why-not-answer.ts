import type { SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { FIT_TERMS, type WhyNot } from '../../solver/index.ts';
import { fairShares } from './fair-share.ts';
import { factSentences } from './conflict-sentences.ts';
import type { WhyNotAnswer } from './meeting.view.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import { personNamed } from './person-named.ts';

const MOST_MOVES = 8;
/** Converts a squared deviation in hundredths of a visit to visits, as people read it. */
const PER_VISIT = 10_000;

/** Why somebody does not go to a meeting, or how the month would change if they did. */
export function buildWhyNotAnswer(screen: MonthScreen, specialistId: SpecialistRef, answer: WhyNot): WhyNotAnswer {
  const { name } = personNamed(screen, specialistId);
  const said = (
    sentence: Sentence,
    details: readonly Sentence[] = [],
    terms: Sentence | null = null,
  ): WhyNotAnswer => ({
    sentence,
    terms,
    isUnproven: answer.kind === 'costs_more' && !answer.proven,
    isChange: answer.kind === 'costs_more',
    details: details.slice(0, MOST_MOVES),
    more: Math.max(0, details.length - MOST_MOVES),
  });
  switch (answer.kind) {
    case 'goes':
      return said({ key: 'why_not.goes', params: { name } });
    case 'unknown':
      return said({ key: 'why_not.unknown', params: { name } });
    case 'ineligible':
      return said(
        { key: 'why_not.ineligible', params: { name } },
        answer.reasons.map((reason) => ({ key: `why_not.reason.${reason}` })),
      );
    case 'contradicts':
      return said({ key: 'why_not.contradicts', params: { name } }, factSentences(screen, answer.conflict));
    case 'costs_more': {
      const { decidedBy, tiers } = answer;
      const difference = tiers.find(({ tier }) => tier === decidedBy)?.difference ?? 0;
      const moves = movesOf(screen, answer);
      if (decidedBy === null) return said({ key: 'why_not.as_good', params: { name } }, moves);
      if (difference < 0) return said({ key: 'why_not.better', params: { name } }, moves);
      const loss = decidedBy === 'fairness' ? difference / PER_VISIT : difference;
      return said({ key: `why_not.${decidedBy}`, params: { name, loss } }, moves, termsOf(screen, answer));
    }
  }
}

type Costs = Extract<WhyNot, { kind: 'costs_more' }>;

/** What the difference of the tier that decided consists of; null where only one thing counts in it. */
function termsOf(screen: MonthScreen, { decidedBy, fit, added, dropped }: Costs): Sentence | null {
  const changes = (key: 'specialistId' | 'meetingId') => {
    const sums = new Map<string, number>();
    for (const pair of added) sums.set(pair[key], (sums.get(pair[key]) ?? 0) + 1);
    for (const pair of dropped) sums.set(pair[key], (sums.get(pair[key]) ?? 0) - 1);
    return [...sums].filter(([, change]) => change !== 0).slice(0, MOST_MOVES);
  };
  switch (decidedBy) {
    case 'quality': {
      const terms = FIT_TERMS.flatMap((term) => (fit[term] === undefined ? [] : [{ term, difference: fit[term] }]));
      return terms.length === 0 ? null : { key: 'why_not.fit_terms', params: { terms } };
    }
    case 'fairness': {
      const shares = fairShares(screen);
      const loads = new Map(screen.plan?.plan.loads.map(({ specialistId, visits }) => [specialistId, visits]));
      const people = changes('specialistId').map(([id, change]) => {
        const from = loads.get(id) ?? 0;
        const { name } = personNamed(screen, id);
        return { name, from, to: from + change, share: shares.get(id)?.share ?? 0 };
      });
      return people.length === 0 ? null : { key: 'why_not.load_terms', params: { people } };
    }
    case 'coverage': {
      const meetings = changes('meetingId').map(([id, observers]) => {
        return { branch: screen.meetings.find((meeting) => meeting.id === id)?.branch ?? '', observers };
      });
      return meetings.length === 0 ? null : { key: 'why_not.seat_terms', params: { meetings } };
    }
    case 'stability':
    case 'linkage':
    case null:
      return null;
  }
}

/** What each person would give up and take on. */
function movesOf(screen: MonthScreen, { added, dropped }: Costs): Sentence[] {
  const ids = [...new Set([...added, ...dropped].map(({ specialistId }) => specialistId))];
  const branchesOf = (pairs: typeof added, id: SpecialistRef) =>
    pairs
      .filter(({ specialistId }) => specialistId === id)
      .map(({ meetingId }) => screen.meetings.find((meeting) => meeting.id === meetingId)?.branch ?? '')
      .join('; ');
  return ids.map((id) => ({
    key: 'why_not.move',
    params: { name: personNamed(screen, id).name, to: branchesOf(added, id), from: branchesOf(dropped, id) },
  }));
}
