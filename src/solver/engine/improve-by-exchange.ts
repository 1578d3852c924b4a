import { type Choice, chosenPairs, isFeasible, pointsOfChoice } from '../model/evaluate.ts';
import { deviationAt } from '../model/load-price.ts';
import type { MonthModel } from '../model/month-model.ts';
import { findPair, pairsOfMeeting } from '../model/pair-table.ts';
import type { Objective } from '../relaxation/restricted-program.ts';
import { pairCost } from '../relaxation/weights.ts';
import type { Deadline } from './stop.ts';

export interface ExchangeTask {
  readonly model: MonthModel;
  readonly objective: Objective;
  /** The objective of a plan that keeps the rules, in its columns' units; infinite where a held tier is worse. */
  readonly costOf: (choice: Choice) => number;
  readonly deadline: Deadline;
}

/**
 * Improves a plan until none of these exchanges does: another person goes to a meeting; two people swap meetings; one
 * person leaves a meeting to a second, who leaves one to a third. Pricing an exchange takes about a microsecond, so
 * thousands are tried in the time of one linear programme. It proves nothing.
 * @returns a plan that keeps all rules if `start` does; `start` itself where no exchange makes it better.
 */
export function improveByExchange(task: ExchangeTask, start: Choice): Choice {
  const exchange = new Exchange(task, start);
  exchange.run();
  return exchange.choice;
}

/** Smaller gains may be errors of floats. */
const GAIN = 1e-6;
/** In larger months there are too many exchanges of two meetings to try them all. */
const SMALL_PAIRS = 20_000;

class Exchange {
  choice: Choice;
  private cost: number;
  private chosen: number[];
  private readonly points: Float64Array;
  /** By pair: its own cost, and its weight in a load in hundredths of an ordinary visit. */
  private readonly priceOf: Float64Array;
  private readonly weightOf: Float64Array;

  constructor(
    private readonly task: ExchangeTask,
    start: Choice,
  ) {
    const { model, objective } = task;
    this.choice = start;
    this.cost = task.costOf(start);
    this.chosen = chosenPairs(start);
    this.points = pointsOfChoice(model, start);
    this.priceOf = Float64Array.from(
      { length: model.pairs.count },
      (_, pair) => pairCost(model, objective.weights, pair) + (objective.tieBreaks?.[pair] ?? 0),
    );
    this.weightOf = Float64Array.from({ length: model.pairs.count }, (_, pair) =>
      model.points === null ? 100 : model.points.unit * (model.points.units[pair] ?? 0),
    );
  }

  run(): void {
    const isSmall = this.task.model.pairs.count <= SMALL_PAIRS;
    const step = (): boolean => this.replaceOne() || (isSmall && (this.swapTwo() || this.passOn()));
    while (!this.isLate() && step());
  }

  private isLate(): boolean {
    return this.task.deadline.reason() !== null;
  }

  /** Replaces each observer by the best other person for that meeting. */
  private replaceOne(): boolean {
    const { pairs } = this.task.model;
    let isBetter = false;
    for (const out of this.chosen) {
      if (this.isLate()) return false;
      if (this.choice[out] !== 1) continue;
      const gains: { pair: number; saved: number }[] = [];
      for (const pair of pairsOfMeeting(pairs, pairs.meeting[out] ?? 0)) {
        const saved = this.choice[pair] === 1 ? 0 : this.saved([out], [pair]);
        if (saved > GAIN && this.fits(pair, [out])) gains.push({ pair, saved });
      }
      gains.sort((a, b) => b.saved - a.saved || a.pair - b.pair);
      if (gains.some(({ pair }) => this.apply([out], [pair]))) isBetter = true;
    }
    return isBetter;
  }

  private swapTwo(): boolean {
    const { pairs } = this.task.model;
    let isBetter = false;
    const known = this.chosen;
    for (const [i, a] of known.entries()) {
      for (const b of known.slice(i + 1)) {
        if (this.choice[a] !== 1) break;
        if (this.choice[b] !== 1) continue;
        const [c, d] = [this.pairAt(a, b), this.pairAt(b, a)];
        if (c < 0 || d < 0 || this.choice[c] === 1 || this.choice[d] === 1) continue;
        if (pairs.specialist[a] === pairs.specialist[b]) continue;
        const [out, into] = [
          [a, b],
          [c, d],
        ];
        if (this.saved(out, into) > GAIN && into.every((pair) => this.fits(pair, out)) && this.apply(out, into)) {
          isBetter = true;
        }
      }
    }
    return isBetter;
  }

  /** Gives a meeting of a first person to a second, and one of the second to a third. */
  private passOn(): boolean {
    const { pairs } = this.task.model;
    let isBetter = false;
    for (const first of this.chosen) {
      if (this.isLate()) return false;
      if (this.choice[first] !== 1) continue;
      const giver = pairs.specialist[first] ?? 0;
      for (const taken of pairsOfMeeting(pairs, pairs.meeting[first] ?? 0)) {
        const second = pairs.specialist[taken] ?? 0;
        if (this.choice[taken] === 1 || this.choice[first] !== 1) continue;
        for (const passed of this.monthOf(second)) {
          for (const last of pairsOfMeeting(pairs, pairs.meeting[passed] ?? 0)) {
            const third = pairs.specialist[last] ?? 0;
            if (this.choice[last] === 1 || third === second || third === giver) continue;
            const [out, into] = [
              [first, passed],
              [taken, last],
            ];
            if (this.saved(out, into) <= GAIN || !into.every((pair) => this.fits(pair, out))) continue;
            if (!this.apply(out, into)) continue;
            isBetter = true;
            break;
          }
          if (this.choice[first] !== 1) break;
        }
      }
    }
    return isBetter;
  }

  /** The pair of the person of `a` with the meeting of `b`; −1 where they are none. */
  private pairAt(a: number, b: number): number {
    const { pairs } = this.task.model;
    return findPair(pairs, pairs.specialist[a] ?? 0, pairs.meeting[b] ?? 0);
  }

  private monthOf(specialist: number): number[] {
    const { pairs } = this.task.model;
    const found: number[] = [];
    const end = pairs.startOfSpecialist[specialist + 1] ?? 0;
    for (let pair = pairs.startOfSpecialist[specialist] ?? 0; pair < end; pair += 1) {
      if (this.choice[pair] === 1) found.push(pair);
    }
    return found;
  }

  /** How much less the plan costs with `into` instead of `out`, rewards for going together not counted. */
  private saved(out: readonly number[], into: readonly number[]): number {
    const { model, objective } = this.task;
    const { specialist } = model.pairs;
    const moved: { s: number; by: number }[] = [];
    let saved = 0;
    const move = (pair: number, sign: number): void => {
      saved -= sign * (this.priceOf[pair] ?? 0);
      const [s, by] = [specialist[pair] ?? 0, sign * (this.weightOf[pair] ?? 0)];
      const known = moved.find((one) => one.s === s);
      if (known === undefined) moved.push({ s, by });
      else known.by += by;
    };
    for (const pair of out) move(pair, -1);
    for (const pair of into) move(pair, 1);
    for (const { s, by } of moved) {
      const person = model.specialists[s];
      if (person === undefined || by === 0) continue;
      const off = deviationAt(person, this.points[s] ?? 0);
      saved -= objective.weights.fairness * by * (2 * off + by);
    }
    return saved;
  }

  /** Whether the person can go there beside the visits that stay; rules of teams and quotas are checked in `apply`. */
  private fits(pair: number, out: readonly number[]): boolean {
    const { pairs, exclusions, limits } = this.task.model;
    if (pairs.mustNot[pair] === 1) return false;
    const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
    const stays = this.monthOf(s).filter((other) => !out.includes(other));
    const meetings = stays.map((other) => pairs.meeting[other] ?? 0);
    return meetings.every((other) => !exclusions.has(other, m)) && limits.fullSet(s, m, meetings) === null;
  }

  /** Makes the exchange if the plan then keeps all rules and costs less. */
  private apply(out: readonly number[], into: readonly number[]): boolean {
    const { model, costOf } = this.task;
    const next = this.choice.slice();
    for (const pair of out) next[pair] = 0;
    for (const pair of into) next[pair] = 1;
    if (!isFeasible(model, next)) return false;
    const cost = costOf(next);
    if (!(cost < this.cost)) return false;
    [this.choice, this.cost] = [next, cost];
    this.chosen = chosenPairs(next);
    this.points.set(pointsOfChoice(model, next));
    return true;
  }
}
