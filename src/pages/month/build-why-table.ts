import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { FIT_TERMS, type OtherCandidate, type Specialist, type WhyHere, whyHere } from '../../solver/index.ts';
import { fairShares } from './fair-share.ts';
import type { WhyCandidate, WhyRow, WhyTable } from './meeting.view.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import { personNamed } from './person-named.ts';

const CANDIDATES = 4;
const FREE_CANDIDATES = 2;
/** Converts a squared deviation in hundredths of a visit to visits, as people read it. */
const PER_VISIT = 10_000;

/** Why somebody goes to a meeting: what was weighed, beside the next candidates. */
export function buildWhyTable(
  screen: MonthScreen,
  meetingId: MeetingRef,
  specialistId: SpecialistRef,
  name: string,
): WhyTable | null {
  if (!screen.plan) return null;
  const { problem, plan } = screen.plan;
  const why = whyHere(problem, plan, { specialistId, meetingId }, Infinity);
  if (!why) return null;
  const chosen = problem.specialists.find(({ id }) => id === specialistId);
  const visits = plan.loads.find((load) => load.specialistId === specialistId)?.visits ?? 0;
  const fairnessOf = (other: OtherCandidate): number | null => {
    const person = problem.specialists.find(({ id }) => id === other.specialistId);
    if (!chosen || !person || other.situation.kind === 'also_here') return null;
    return added(chosen, visits, -1) + added(person, other.visits, 1);
  };
  const others = worthShowing(why.others).map((other) => ({ ...other, fairness: fairnessOf(other) }));
  const branchId = problem.meetings.find(({ id }) => id === meetingId)?.branchId;
  const wishes = (problem.linkageWishes ?? []).filter((one) => one.branchId === branchId);
  const worthOf = (id: SpecialistRef) => wishes.find((one) => one.specialistId === id)?.worth ?? 0;
  const isFairnessFirst = problem.policy.tiers.indexOf('fairness') < problem.policy.tiers.indexOf('quality');
  return {
    name,
    candidates: [
      {
        ...personNamed(screen, specialistId),
        isChosen: true,
        reason: { key: why.pinned ? 'why.pinned' : 'why.chosen' },
        askHref: null,
      },
      ...others.map((other): WhyCandidate => ({
        ...personNamed(screen, other.specialistId),
        isChosen: other.situation.kind === 'also_here',
        reason: reasonAgainst(other, isFairnessFirst),
        askHref: other.situation.kind === 'also_here' ? null : `/meetings/${meetingId}?ask=${other.specialistId}#ask`,
      })),
    ],
    rows: [
      ...rowsOf(screen, { ...why, visits }, others),
      ...linkageRow([specialistId, ...others.map((one) => one.specialistId)], worthOf),
    ],
    rank: why.rank.among === 0 ? { key: 'why.only_one' } : { key: 'why.rank', params: { name, ...why.rank } },
    wished: worthOf(specialistId) > 0 ? { key: 'why.wished', params: { name } } : null,
  };
}

/** What sending each of them would tell about severities; left out where nothing was asked for. */
function linkageRow(ids: readonly SpecialistRef[], worthOf: (id: SpecialistRef) => number): WhyRow[] {
  if (ids.every((id) => worthOf(id) === 0)) return [];
  const values = ids.map((id): Sentence =>
    worthOf(id) === 0 ? { key: 'why.none' } : { key: 'why.worth', params: { worth: worthOf(id) } },
  );
  return [{ term: 'linkage', values }];
}

type Weighed = OtherCandidate & { readonly fairness: number | null };

/** The rows of the table: first the terms of the fit and their sum, then the load. */
function rowsOf(
  screen: MonthScreen,
  chosen: WhyHere & { readonly visits: number },
  others: readonly Weighed[],
): WhyRow[] {
  const shown = [chosen, ...others];
  const shares = fairShares(screen);
  const costs = (term: (typeof FIT_TERMS)[number]) => shown.map((one) => one.costs[term] ?? 0);
  const cost = (value: number): Sentence => ({ key: 'why.cost', params: { cost: value } });
  return [
    ...FIT_TERMS.filter((term) => costs(term).some((value) => value !== 0)).map((term) => ({
      term,
      values: costs(term).map(cost),
    })),
    { term: 'fit', values: shown.map((one) => cost(one.cost)) },
    {
      term: 'balance',
      values: shown.map(({ specialistId }): Sentence => ({
        key: 'why.signed',
        params: { value: shares.get(specialistId)?.balance ?? 0 },
      })),
    },
    {
      term: 'load',
      values: shown.map(({ specialistId, visits }): Sentence => ({
        key: 'why.visits',
        params: { visits, share: shares.get(specialistId)?.share ?? 0 },
      })),
    },
    {
      term: 'fairness',
      values: [
        { key: 'why.none' },
        ...others.map(({ fairness }): Sentence =>
          fairness === null ? { key: 'why.none' } : { key: 'why.signed', params: { value: fairness / PER_VISIT } },
        ),
      ],
    },
  ];
}

/** What `more` further visits add to the cost of somebody's load. */
function added({ target, balance }: Specialist, visits: number, more: number): number {
  const price = (count: number) => (100 * count + balance - target) ** 2;
  return price(visits + more) - price(visits);
}

/** Why not this person: what stands against it, else the first of fairness and fit that does. */
function reasonAgainst({ situation, difference: fit, fairness }: Weighed, isFairnessFirst: boolean): Sentence {
  if (situation.kind === 'also_here') return { key: 'why.kept.also_here' };
  if (situation.kind !== 'free') {
    return fit < 0
      ? { key: 'why.kept_though_fits', params: { kind: situation.kind, fit: -fit } }
      : { key: `why.kept.${situation.kind}` };
  }
  const unfair = (fairness ?? 0) / PER_VISIT;
  const isFairnessAgainst = unfair > 0 && (isFairnessFirst || fit <= 0);
  if (isFairnessAgainst) return { key: 'why.unfair', params: { unfair, fit } };
  if (fit > 0 && (unfair >= 0 || !isFairnessFirst)) return { key: 'why.fits_less', params: { fit } };
  return unfair === 0 && fit === 0 ? { key: 'why.as_good' } : { key: 'why.whole_month' };
}

/** The next candidates, and of those who are free the cheapest two, whose price explains the choice. */
function worthShowing(others: readonly OtherCandidate[]): readonly OtherCandidate[] {
  const free = others.filter(({ situation }) => situation.kind === 'free').slice(0, FREE_CANDIDATES);
  const busy = others.filter((other) => !free.includes(other)).slice(0, CANDIDATES - free.length);
  return others.filter((other) => free.includes(other) || busy.includes(other));
}
