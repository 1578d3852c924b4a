import { Injectable } from '@nestjs/common';
import type { PlanProblem } from '../../../solver/index.ts';
import { buildGround } from '../domain/build-problem.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { withDecisions } from '../domain/with-decisions.ts';

/** More are forgotten again, the longest unused first. */
const MOST = 8;

/**
 * Problems of months as the engine would be asked now. Every page of a month compares its draft with that, and equal
 * facts give the same problem: it is built and brought into one order once, and told apart by the facts as text.
 */
@Injectable()
export class KeptGrounds {
  private kept: readonly { readonly facts: string; readonly ground: PlanProblem }[] = [];

  problem({ decisions, ...others }: MonthFacts, policy: PlanningPolicy, refilled = 0): PlanProblem {
    const facts = JSON.stringify([others, policy, refilled]);
    const found = this.kept.find((one) => one.facts === facts);
    const { ground } = found ?? { ground: buildGround({ ...others, decisions: [] }, policy, refilled) };
    this.kept = [{ facts, ground }, ...this.kept.filter((one) => one !== found)].slice(0, MOST);
    return withDecisions(ground, decisions);
  }
}
