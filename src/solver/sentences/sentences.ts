import type { Locale } from '../../kernel/actor.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { WhyHere } from '../explain/why-here.ts';
import type { WhyNot } from '../explain/why-not.ts';
import type { Fact, Plan, UnmetMeeting } from '../plan.ts';
import { headlineOf } from './headline.ts';
import type { CostTerms, PlanProblem } from '../problem.ts';
import type { Change } from '../repair/changes.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { ConflictCount } from '../shortage/conflict-count.ts';
import type { ElasticPlan } from '../shortage/elastic-plan.ts';
import type { Witness } from '../shortage/witness.ts';
import { factGroups } from './fact-groups.ts';
import type { Names } from './names.ts';
import { en } from './phrases.en.ts';
import type { Phrases } from './phrases.ts';
import { vi } from './phrases.vi.ts';

const PHRASES: Readonly<Record<Locale, Phrases>> = { vi, en };
/** At most this many candidates are listed. */
const MOST_CANDIDATES = 8;

/** The engine's answers as sentences; they state nothing that is not in the data they are made from. */
export class Sentences {
  private readonly phrases: Phrases;

  constructor(
    private readonly locale: Locale,
    private readonly names: Names,
  ) {
    this.phrases = PHRASES[locale];
  }

  whyHere(why: WhyHere): string[] {
    const { phrases, names } = this;
    const here = phrases.why.here({
      ...this.pair(why),
      cost: phrases.number(why.cost),
      terms: this.terms(why.costs, why.way),
    });
    const others = why.others.map(({ specialistId, cost, difference, situation }) =>
      phrases.why.other({
        person: names.specialist(specialistId),
        cost: phrases.number(cost),
        difference: this.signed(difference),
        situation: this.of(phrases.situation, situation),
      }),
    );
    return [here, phrases.why.rank(why.rank), ...(why.pinned ? [phrases.why.pinned] : []), ...others];
  }

  whyNot(wish: PairOfIds, answer: WhyNot): string[] {
    const { why, ineligible, tier } = this.phrases;
    const pair = this.pair(wish);
    switch (answer.kind) {
      case 'goes':
        return [why.goes(pair)];
      case 'ineligible':
        return [why.ineligible({ ...pair, reasons: this.phrases.list(answer.reasons.map((one) => ineligible[one])) })];
      case 'contradicts':
        return [why.contradicts({ ...pair, facts: this.facts(answer.conflict).join('; ') })];
      case 'unknown':
        return [why.unknown];
      case 'costs_more': {
        const worse = answer.tiers.find(({ difference }) => difference !== 0);
        const cost =
          worse === undefined
            ? why.costsNothing(pair)
            : why.costsMore({ ...pair, tier: tier[worse.tier], difference: this.phrases.number(worse.difference) });
        const moves = this.movesOf(answer.dropped, answer.added);
        const fit = worse?.tier === 'quality' ? [why.fit(this.differences(answer.fit))] : [];
        return [cost, ...fit, ...(moves.length === 0 ? [] : [why.moves(moves)])];
      }
    }
  }

  unmet(meeting: UnmetMeeting, witness: Witness | null): string[] {
    const { phrases, names } = this;
    const { meetingId, present, missing, candidates } = meeting;
    return [
      phrases.unmet({ meeting: names.meeting(meetingId), present, missing }),
      ...(witness === null ? [] : [this.witness(witness)]),
      ...candidates.slice(0, MOST_CANDIDATES).map(({ specialistId, situation }) =>
        phrases.candidate({
          person: names.specialist(specialistId),
          situation: this.of(phrases.situation, situation),
        }),
      ),
      ...(candidates.length > MOST_CANDIDATES ? [phrases.more(candidates.length - MOST_CANDIDATES)] : []),
    ];
  }

  /** What is possible, what stays uncovered with the count that shows why, and which minima give way. */
  elastic({ plan, uncovered, lowered, promised }: ElasticPlan): string[] {
    const { phrases, names } = this;
    if (plan === null) return [];
    const presentAt = new Map(plan.unmet.map(({ meetingId, present }) => [meetingId, present]));
    const lines = [
      phrases.elastic({ visits: plan.assignments.length, uncovered: uncovered.length }),
      ...uncovered
        .slice(0, MOST_CANDIDATES)
        .flatMap(({ meetingId, missing, witness }) => [
          phrases.unmet({ meeting: names.meeting(meetingId), present: presentAt.get(meetingId) ?? 0, missing }),
          ...(witness === null ? [] : [this.witness(witness)]),
        ]),
      ...(promised.kept < promised.wanted ? [phrases.promised(promised)] : []),
      ...lowered.map(({ kind, id, wanted, kept }) =>
        phrases.lowered({ who: kind === 'specialist' ? names.specialist(id) : names.department(id), wanted, kept }),
      ),
    ];
    // Meetings at the same hour share one count, so equal lines are merged.
    return [...new Set(lines)];
  }

  /** What was left out of a problem when it was read; no line where that was nothing. */
  leftOut({ leftOut = [] }: Pick<PlanProblem, 'leftOut'>): string[] {
    if (leftOut.length === 0) return [];
    const ids = [...new Set(leftOut.map(({ id }) => id))];
    const shown = ids.slice(0, MOST_CANDIDATES).join(', ');
    return [this.phrases.leftOut({ count: leftOut.length, ids: ids.length > MOST_CANDIDATES ? `${shown}, …` : shown })];
  }

  met(meetingId: MeetingRef): string {
    return this.phrases.met(this.names.meeting(meetingId));
  }

  witness(witness: Witness): string {
    return this.phrases.witness(witness, this.names);
  }

  fact(fact: Fact): string {
    return this.of(this.phrases.fact, fact);
  }

  /**
   * A plan in a few lines for a person.
   * @param count what its conflict comes to (see `conflictCount`).
   */
  headline(plan: Plan, count: ConflictCount | null = null): string[] {
    return headlineOf(this.locale, this.phrases, plan, (facts) => this.conflict(facts, count));
  }

  /** What cannot all be kept: first the count that shows it, then the facts that it does not speak of. */
  conflict(facts: readonly Fact[], count: ConflictCount | null): string[] {
    if (count === null) return this.facts(facts);
    const said = count.kind === 'shortage' ? 'mandatory' : 'min_visits';
    return [this.countOf(count), ...this.facts(facts.filter(({ kind }) => kind !== said))];
  }

  private countOf(count: ConflictCount): string {
    if (count.kind === 'shortage') return this.witness(count.witness);
    const { specialistIds, meetingIds, promised, seats } = count;
    return this.phrases.minima({ people: specialistIds.length, promised, meetings: meetingIds.length, seats });
  }

  /** Facts one by one; many facts of one kind as one count. */
  facts(facts: readonly Fact[]): string[] {
    return factGroups(facts).map((group) => {
      if (group.fact !== null) return this.fact(group.fact);
      const limits = group.facts.map((one) =>
        'limit' in one && typeof one.limit === 'number' ? one.limit : this.wanted(one),
      );
      const [least, most] = [Math.min(...limits), Math.max(...limits)];
      const total = limits.reduce((sum, limit) => sum + limit, 0);
      const limit = least === most ? String(least) : `${least}–${most}`;
      return this.phrases.many[group.kind]({ count: group.facts.length, limit, total });
    });
  }

  private wanted(fact: Fact): number {
    return fact.kind === 'mandatory' ? this.names.wanted(fact.meetingId) : 0;
  }

  change(change: Change): string {
    const cause = this.of(this.phrases.cause, change.because);
    return this.phrases[change.kind]({ ...this.pair(change), cause });
  }

  /** An unknown way has no cost, and is said to be unknown. */
  private terms(costs: CostTerms, way: number | null): string {
    const { term, list, number, unknownWay } = this.phrases;
    return list(
      Object.entries(costs).map(([name, cost]) =>
        name === 'travel' && way === null && cost === 0 ? unknownWay : `${term[name] ?? name} ${number(cost)}`,
      ),
    );
  }

  private differences(terms: CostTerms): string {
    const { term, list } = this.phrases;
    return list(Object.entries(terms).map(([name, difference]) => `${term[name] ?? name} ${this.signed(difference)}`));
  }

  /** The changes, person by person: the person asked about first, in the order of the answer. */
  private movesOf(dropped: readonly PairOfIds[], added: readonly PairOfIds[]): string[] {
    const { names, phrases } = this;
    const people = new Set([...added, ...dropped].map(({ specialistId }) => specialistId));
    return [...people].map((id) => {
      const of = (pairs: readonly PairOfIds[]): string[] =>
        pairs.filter(({ specialistId }) => specialistId === id).map(({ meetingId }) => names.meeting(meetingId));
      return phrases.why.moved({ person: names.specialist(id), from: of(dropped), to: of(added) });
    });
  }

  private pair({ specialistId, meetingId }: PairOfIds): { person: string; meeting: string } {
    return { person: this.names.specialist(specialistId), meeting: this.names.meeting(meetingId) };
  }

  private signed(value: number): string {
    return value > 0 ? `+${this.phrases.number(value)}` : this.phrases.number(value);
  }

  /** The phrase of a kind. Its type ensures that every catalogue has every kind. */
  private of<T extends { readonly kind: string }>(
    catalogue: { readonly [K in T['kind']]: (one: never, names: Names) => string },
    one: T,
  ): string {
    const phrase = catalogue[one.kind as T['kind']] as (one: T, names: Names) => string;
    return phrase(one, this.names);
  }
}
