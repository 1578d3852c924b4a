import type { SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { WhyNot } from '../../solver/index.ts';
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
  const said = (sentence: Sentence, details: readonly Sentence[] = []): WhyNotAnswer => ({
    sentence,
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
      return said({ key: `why_not.${decidedBy}`, params: { name, loss } }, moves);
    }
  }
}

/** What each person would give up and take on. */
function movesOf(screen: MonthScreen, { added, dropped }: Extract<WhyNot, { kind: 'costs_more' }>): Sentence[] {
  const ids = [...new Set([...added, ...dropped].map(({ specialistId }) => specialistId))];
  const branchesOf = (pairs: typeof added, id: string) =>
    pairs
      .filter(({ specialistId }) => specialistId === id)
      .map(({ meetingId }) => screen.meetings.find((meeting) => meeting.id === meetingId)?.branch ?? '')
      .join('; ');
  return ids.map((id) => ({
    key: 'why_not.move',
    params: { name: personNamed(screen, id).name, to: branchesOf(added, id), from: branchesOf(dropped, id) },
  }));
}
