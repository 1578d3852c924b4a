import { Injectable } from '@nestjs/common';
import type { PlanId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { type Plan, type PlanProblem, readProblem } from '../../../../solver/index.ts';
import type { PlanBeginning, PlanSolution } from '../../domain/month-plan.ts';
import type { PlanDecision } from '../../domain/plan-decision.ts';
import { withDecisions } from '../../domain/with-decisions.ts';

/** More are forgotten again, the longest unused first. A month of 400 meetings is some 4 MB. */
const MOST = 8;

/** A state of a row that no other state shares: the transaction that wrote it, and where it lies. */
const VERSION = `xmin::text || '/' || ctid::text`;

interface Kept extends PlanBeginning {
  readonly version: string;
  /** As it stands. */
  readonly plan: Plan;
  /** The question with the decisions that were last asked about; who asks again gets the same object. */
  asked: { readonly decisions: string; readonly problem: PlanProblem } | null;
}

/**
 * Questions and answers of plans. Reading and checking those of a large month takes longer than all else on most pages,
 * so what was read is kept. What a plan began as never changes; what it has become is read again whenever its row is
 * another one than before, also where a transaction that wrote it did not end well.
 */
@Injectable()
export class PlanSolutions {
  private readonly kept = new Map<PlanId, Kept>();

  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The question without anybody's decisions, and what the engine answered. */
  beginning(id: PlanId): Promise<PlanBeginning> {
    return this.read(id);
  }

  /** As people have made it. */
  async assignments(id: PlanId): Promise<Plan['assignments']> {
    return (await this.read(id)).plan.assignments;
  }

  /** What people have decided is part of the question, and what they have changed part of the answer. */
  async solution(id: PlanId, decisions: readonly PlanDecision[]): Promise<PlanSolution> {
    const kept = await this.read(id);
    const written = textOf(decisions);
    if (kept.asked?.decisions !== written)
      kept.asked = { decisions: written, problem: withDecisions(kept.ground, decisions) };
    return { problem: kept.asked.problem, plan: kept.plan };
  }

  /**
   * The plan as people have made it; null where it is again what the engine answered. `asked`: the question that it
   * answers, which is asked about on every page from now on.
   */
  async keepByHand(
    id: PlanId,
    plan: Plan | null,
    asked: { readonly decisions: readonly PlanDecision[]; readonly problem: PlanProblem },
  ): Promise<void> {
    const [row] = await this.work.query<{ version: string }>(
      `update plan_solutions set by_hand = $2 where plan_id = $1 returning ${VERSION} as version`,
      [id, plan && JSON.stringify(plan)],
    );
    const known = this.kept.get(id);
    if (!known || !row) return;
    const question = { decisions: textOf(asked.decisions), problem: asked.problem };
    this.keep(id, { ...known, version: row.version, plan: plan ?? known.solved, asked: question });
  }

  private async read(id: PlanId): Promise<Kept> {
    const known = this.kept.get(id);
    const [row] = await this.work.query<{ version: string; problem: unknown; result: Plan; byHand: Plan | null }>(
      `select version, case when $2::boolean then problem end as problem, case when $2::boolean then result end as result,
         case when version is distinct from $3::text then by_hand end as "byHand"
       from (select problem, result, by_hand, ${VERSION} as version from plan_solutions where plan_id = $1) s`,
      [id, known === undefined, known?.version ?? null],
    );
    if (!row) throw new Error(`plan ${id} has no solution`);
    // What the form has gained since the problem was kept is filled in.
    const { ground, solved } = known ?? { ground: readProblem(row.problem), solved: row.result };
    const isSame = known?.version === row.version;
    return this.keep(
      id,
      isSame
        ? known
        : { ground, solved, version: row.version, plan: row.byHand ?? solved, asked: known?.asked ?? null },
    );
  }

  private keep(id: PlanId, kept: Kept): Kept {
    this.kept.delete(id);
    this.kept.set(id, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }
}

/** The same for the same decisions in whatever order, since the order in which people make them says nothing. */
function textOf(decisions: readonly PlanDecision[]): string {
  const texts = decisions.map(({ specialistId, meetingId, kind, overrules, reason }) =>
    JSON.stringify([meetingId, specialistId, kind, reason, ...overrules]),
  );
  return texts.toSorted().join('\n');
}
