import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { Clock } from '../../../kernel/clock.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { inputHash, type PlanProblem } from '../../../solver/index.ts';
import type { CarriedBalance } from '../domain/carried-balance.ts';
import { type DraftChange, draftChanges } from '../domain/draft-changes.ts';
import type { MonthPlan, PlanHeader } from '../domain/month-plan.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import type { WarningPolicy } from '../domain/plan-warnings.ts';
import { withDecisions } from '../domain/with-decisions.ts';
import { KeptGrounds } from './kept-grounds.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { PlanSolutions } from './repositories/plan-solutions.ts';
import { Plans } from './repositories/plans.ts';

/** The current facts that planning a month depends on. */
export interface PlanGround {
  /** The problem that the engine would get. */
  readonly problem: PlanProblem;
  /** Balances of everybody in the directory, by id. */
  readonly balances: ReadonlyMap<string, CarriedBalance>;
  /** From when on something in the plan is to be looked at. */
  readonly warnings: WarningPolicy;
  /** What has changed since the draft was made; empty where there is none, or where it is published. */
  readonly changes: readonly DraftChange[];
}

export interface YearRules {
  /** Null: no cycle. */
  readonly cycleMonths: number | null;
  readonly travel: PlanProblem['policy']['travel'];
  /** Of times on the committee's own clock. */
  readonly calendar: PlanProblem['policy']['calendar'];
}

@Injectable()
export class PlanGroundReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
    private readonly grounds: KeptGrounds,
    private readonly solutions: PlanSolutions,
    private readonly clock: Clock,
  ) {}

  /** Whether a month's draft solves another problem than would be built now; false where there is none. */
  isOutdated(month: Month): Promise<boolean> {
    return this.work.run(async () => {
      const draft = await this.plans.findHeader(month);
      if (!draft || draft.state === 'published') return false;
      return this.isOutdatedNow(draft);
    });
  }

  /** Of an unpublished plan, a variant too; meetings that have begun since do not outdate it. */
  async isOutdatedNow(draft: PlanHeader): Promise<boolean> {
    const { facts, problem, lost } = this.onPage.get(keyOf(draft)) ?? (await this.look(draft));
    return this.asksAnother(draft, facts, problem, lost);
  }

  /** The same where the facts have been read, and the question that they make has been built. */
  async isOutdatedBy(draft: PlanHeader, facts: MonthFacts, problem: PlanProblem): Promise<boolean> {
    return this.asksAnother(draft, facts, problem, () => this.plans.countLost(draft.id, this.clock.now()));
  }

  private async asksAnother(
    draft: PlanHeader,
    facts: MonthFacts,
    problem: PlanProblem,
    lost: Looked['lost'],
  ): Promise<boolean> {
    const isAnother = inputHash(problem) !== draft.inputHash && !(await this.lacksDecisionsOnly(draft, facts, problem));
    return isAnother || (await lost()) > 0;
  }

  /** What a page has read of a draft in this transaction, in which it changes nothing. */
  private get onPage(): Map<string, Looked> {
    return this.work.local(this, () => new Map<string, Looked>());
  }

  private async look(draft: PlanHeader): Promise<Looked> {
    const facts = await this.months.readFor(draft);
    const policy = await this.months.policyOf(draft);
    const problem = this.grounds.problem(facts, policy, draft.refilled);
    let lost: Promise<number> | null = null;
    return { facts, policy, problem, lost: () => (lost ??= this.plans.countLost(draft.id, this.clock.now())) };
  }

  /** Decisions go with their meeting: where that had begun, all else is asked as it was. */
  private async lacksDecisionsOnly(
    { id }: PlanHeader,
    { settled, decisions }: MonthFacts,
    problem: PlanProblem,
  ): Promise<boolean> {
    if (!settled) return false;
    const { ground } = await this.solutions.beginning(id);
    return inputHash(withDecisions(ground, decisions)) === inputHash(problem);
  }

  /** Whether the month's plan must be approved before it is published. */
  async wantsApproval(month: Month): Promise<boolean> {
    return this.work.run(async () => (await this.months.policy(month)).needsApproval);
  }

  /** Within how many months each branch is to be visited in a month's policy, and how ways are counted. */
  async yearRules(month: Month): Promise<YearRules> {
    return this.work.run(async () => {
      const { coverage, travel, calendar } = (await this.months.policy(month)).engine;
      return { cycleMonths: coverage.cycleMonths, travel, calendar: { ...calendar, timeZone: 'UTC' } };
    });
  }

  /** For pages, which change nothing: whether the draft is outdated is then known without reading the facts again. */
  read(month: Month, plan: MonthPlan | null): Promise<PlanGround> {
    return this.work.run(async () => {
      const isDraft = plan !== null && plan.state !== 'published' && plan.state !== 'superseded';
      const { facts, policy, problem, lost } = isDraft ? await this.look(plan) : await this.lookAround(month, plan);
      if (isDraft) this.onPage.set(keyOf(plan), { facts, policy, problem, lost });
      return {
        problem,
        warnings: policy.warnings,
        balances: new Map(facts.specialists.map(({ id, balance }) => [id, balance])),
        changes: isDraft ? draftChanges(plan.problem, problem, await lost()) : [],
      };
    });
  }

  /** What the engine would be asked where nothing is to be compared with it. */
  private async lookAround(month: Month, plan: MonthPlan | null): Promise<Looked> {
    const facts = await this.months.read(month, plan?.id);
    const policy = plan ? await this.months.policyOf(plan) : await this.months.policy(month);
    return {
      facts,
      policy,
      problem: this.grounds.problem(facts, policy, plan?.refilled),
      lost: () => Promise.resolve(0),
    };
  }
}

interface Looked {
  readonly facts: MonthFacts;
  readonly policy: PlanningPolicy;
  readonly problem: PlanProblem;
  /** How many assignments the draft has lost; counted when it is first asked for. */
  readonly lost: () => Promise<number>;
}

/** A draft that was changed meanwhile is another one. */
function keyOf({ id, revision }: Pick<PlanHeader, 'id' | 'revision'>): string {
  return `${id}/${revision}`;
}
