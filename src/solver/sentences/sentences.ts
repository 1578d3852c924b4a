import type { Locale } from '../../kernel/actor.ts';
import type { WhyHere } from '../explain/why-here.ts';
import type { WhyNot } from '../explain/why-not.ts';
import type { Fact, UnmetMeeting } from '../plan.ts';
import type { CostTerms } from '../problem.ts';
import type { Change } from '../repair/changes.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { ElasticPlan } from '../shortage/elastic-plan.ts';
import type { Witness } from '../shortage/witness.ts';
import type { Names } from './names.ts';
import { en } from './phrases.en.ts';
import type { Phrases } from './phrases.ts';
import { vi } from './phrases.vi.ts';

const PHRASES: Readonly<Record<Locale, Phrases>> = { vi, en };
/** People who could go are many; the first of them tell enough. */
const MOST_CANDIDATES = 8;

/** The engine's answers as sentences; everything in them stands in the data that they are made of. */
export class Sentences {
  private readonly phrases: Phrases;

  constructor(
    locale: Locale,
    private readonly names: Names,
  ) {
    this.phrases = PHRASES[locale];
  }

  whyHere(why: WhyHere): string[] {
    const { phrases, names } = this;
    const here = phrases.why.here({ ...this.pair(why), cost: phrases.number(why.cost), terms: this.terms(why.costs) });
    const others = why.others.map(({ specialistId, cost, difference, situation }) =>
      phrases.why.other({
        person: names.specialist(specialistId),
        cost: phrases.number(cost),
        difference: this.signed(difference),
        situation: this.of(phrases.situation, situation),
      }),
    );
    return [here, ...(why.pinned ? [phrases.why.pinned] : []), ...others];
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
        return [why.contradicts({ ...pair, facts: answer.conflict.map((fact) => this.fact(fact)).join('; ') })];
      case 'unknown':
        return [why.unknown];
      case 'costs_more': {
        const worse = answer.tiers.find(({ difference }) => difference !== 0);
        const cost =
          worse === undefined
            ? why.costsNothing(pair)
            : why.costsMore({ ...pair, tier: tier[worse.tier], difference: this.phrases.number(worse.difference) });
        return [cost, why.moves({ added: this.pairs(answer.added), dropped: this.pairs(answer.dropped) })];
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
    ];
  }

  /** What can be had, what stays uncovered with the count that shows why, and which minima give way. */
  elastic({ plan, uncovered, lowered }: ElasticPlan): string[] {
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
      ...lowered.map(({ kind, id, wanted, kept }) =>
        phrases.lowered({ who: kind === 'specialist' ? names.specialist(id) : names.department(id), wanted, kept }),
      ),
    ];
    // Meetings of one hour share one count.
    return [...new Set(lines)];
  }

  met(meetingId: string): string {
    return this.phrases.met(this.names.meeting(meetingId));
  }

  witness(witness: Witness): string {
    return this.phrases.witness(witness, this.names);
  }

  fact(fact: Fact): string {
    return this.of(this.phrases.fact, fact);
  }

  change(change: Change): string {
    const cause = this.of(this.phrases.cause, change.because);
    return this.phrases[change.kind]({ ...this.pair(change), cause });
  }

  private terms(costs: CostTerms): string {
    const { term, list, number } = this.phrases;
    return list(Object.entries(costs).map(([name, cost]) => `${term[name] ?? name} ${number(cost)}`));
  }

  private pairs(pairs: readonly PairOfIds[]): string {
    const { list, nothing, pair } = this.phrases;
    return pairs.length === 0 ? nothing : list(pairs.map((one) => pair(this.pair(one))));
  }

  private pair({ specialistId, meetingId }: PairOfIds): { person: string; meeting: string } {
    return { person: this.names.specialist(specialistId), meeting: this.names.meeting(meetingId) };
  }

  private signed(value: number): string {
    return value > 0 ? `+${this.phrases.number(value)}` : this.phrases.number(value);
  }

  /** The phrase of a kind. The catalogues have every kind, which their type sees to. */
  private of<T extends { readonly kind: string }>(
    catalogue: { readonly [K in T['kind']]: (one: never, names: Names) => string },
    one: T,
  ): string {
    const phrase = catalogue[one.kind as T['kind']] as (one: T, names: Names) => string;
    return phrase(one, this.names);
  }
}
