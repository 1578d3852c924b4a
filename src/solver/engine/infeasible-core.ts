import type { Highs } from 'highs';
import type { Certificate, ConflictProof } from '../certificate/certificate.ts';
import { conflictingPart } from '../model/conflicting-part.ts';
import { hardFacts } from '../model/facts.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { hasPlan } from './has-plan.ts';
import { type Answer, LooseMonth } from './loose-month.ts';
import { isNarrowing } from './narrowings.ts';
import { search } from './search.ts';
import type { Deadline } from './stop.ts';
import { suspectsOf } from './suspects.ts';

export interface CoreTask {
  readonly highs: Highs;
  readonly problem: PlanProblem;
  readonly model: MonthModel;
  /** What refutes the month, as far as it does. */
  readonly certificate: Certificate;
  readonly leafLimit: number;
  readonly deadline: Deadline;
}

export interface InfeasibleCore {
  /** Facts that cannot all be kept. */
  readonly facts: readonly Fact[];
  /** Without any one of them the others could be kept; false where the time was too short to see to that. */
  readonly isMinimal: boolean;
  /**
   * The proof that these facts contradict each other by themselves; null where a pin alone shows it, or the time was
   * too short.
   */
  readonly proof: ConflictProof | null;
}

/** The share of the remaining time in which facts may be left out; the rest is for the proof. */
const NARROWING_SHARE = 0.6;

/**
 * Facts that cannot all be kept, a minimal set of them where the time allows. Only facts that the month's refutation
 * depends on are tried, because they make a far smaller month. Null where the time was too short for any.
 */
export function infeasibleCore(task: CoreTask): InfeasibleCore | null {
  const { highs, problem, leafLimit, deadline } = task;
  const found = new CoreSearch(task, deadline.share(NARROWING_SHARE)).run();
  return found && { ...found, proof: proofOf(highs, conflictingPart(problem, found.facts), leafLimit, deadline) };
}

type Found = Pick<InfeasibleCore, 'facts' | 'isMinimal'>;

class CoreSearch {
  private isStopped = false;
  /** The smallest contradiction so far. */
  private smallest: readonly Fact[] | null = null;

  constructor(
    private readonly task: CoreTask,
    private readonly deadline: Deadline,
  ) {}

  run(): Found | null {
    const { problem, model, certificate } = this.task;
    const all = hardFacts(problem);
    const isSuspect = suspectsOf(model, certificate);
    const suspects = isSuspect === null ? all : all.filter(isSuspect);
    const facts = this.amongNarrowings(suspects) ?? this.amongAll(suspects, all);
    if (facts !== null && !this.isStopped) return { facts, isMinimal: true };
    return this.smallest && { facts: this.smallest, isMinimal: false };
  }

  /**
   * First without all facts that do more than narrow columns, then with as few of them as are needed. Null where the
   * relaxation refutes the month in neither case.
   */
  private amongNarrowings(suspects: readonly Fact[]): readonly Fact[] | null {
    const narrows = isNarrowing(this.task.problem);
    const [narrow, other] = [suspects.filter(narrows), suspects.filter((fact) => !narrows(fact))];
    const found = this.narrowed(narrow, []);
    if (found !== null || this.isStopped || other.length === 0) return found;
    const needed = this.quickXplain(other, (kept) => this.hasPlan([...kept, ...narrow]));
    return this.isStopped ? null : this.narrowed(narrow, needed);
  }

  /**
   * Leaves out one fact after another and solves the same relaxation again. Null where it does not refute the month with
   * all of them.
   * @param needed other facts, which stay.
   */
  private narrowed(narrow: readonly Fact[], needed: readonly Fact[]): readonly Fact[] | null {
    let facts = narrow;
    for (;;) {
      const loose = new LooseMonth(this.task.highs, this.partOf([...needed, ...facts]), facts, this.deadline);
      try {
        const refuted = this.refutedBy(loose, facts, needed);
        if (refuted === null) return null;
        const isMuchSmaller = refuted.length < MUCH_SMALLER * facts.length;
        facts = refuted;
        if (isMuchSmaller) continue;
        const left = this.leaveOut(loose, facts, needed);
        return left && [...needed, ...left];
      } finally {
        loose.dispose();
      }
    }
  }

  /** Those of the facts that the refutation depends on; null where there is none. */
  private refutedBy(loose: LooseMonth, facts: readonly Fact[], needed: readonly Fact[]): readonly Fact[] | null {
    const first = loose.ask(facts);
    if (first.end === 'stopped') this.isStopped = true;
    if (first.end !== 'refuted') return null;
    this.smallest = [...needed, ...facts];
    if (first.by.length === facts.length) return facts;
    const again = loose.ask(first.by);
    if (again.end !== 'refuted') return facts;
    this.smallest = [...needed, ...first.by];
    return first.by;
  }

  /** Leaves out each fact without which the others still contradict each other, early ones first. */
  private leaveOut(loose: LooseMonth, facts: readonly Fact[], needed: readonly Fact[]): readonly Fact[] | null {
    const found: Fact[] = [];
    let open = [...facts];
    for (let fact = open.shift(); fact !== undefined; fact = open.shift()) {
      const answer = this.without(loose, found, open, needed);
      if (this.isStopped) return null;
      if (answer === null) {
        found.push(fact);
        continue;
      }
      const stays = new Set(answer);
      open = open.filter((one) => stays.has(one));
      this.smallest = [...needed, ...found, ...open];
    }
    return found;
  }

  /** The facts that the refutation of the month with these facts depends on; null where the month has a plan. */
  private without(
    loose: LooseMonth,
    found: readonly Fact[],
    open: readonly Fact[],
    needed: readonly Fact[],
  ): readonly Fact[] | null {
    const kept = [...found, ...open];
    const answer: Answer = loose.ask(kept);
    if (answer.end === 'stopped') this.isStopped = true;
    if (answer.end === 'open') return this.hasPlan([...needed, ...kept]) ? null : kept;
    if (answer.end !== 'refuted') return null;
    // Facts that are known to be needed stay, whatever the floats of a ray say.
    const by = [...new Set([...found, ...answer.by])];
    if (by.length === kept.length) return kept;
    return loose.ask(by).end === 'refuted' ? by : kept;
  }

  /** Tries halves before single facts, and makes a new month each time. */
  private amongAll(suspects: readonly Fact[], all: readonly Fact[]): readonly Fact[] | null {
    if (this.isStopped) return null;
    const isEnough = suspects.length < all.length && !this.hasPlan(suspects);
    if (isEnough) this.smallest ??= suspects;
    return this.quickXplain(isEnough ? suspects : all, (kept) => this.hasPlan(kept));
  }

  /** Whether the month with only these of all facts has a plan; also true once the time is over. */
  private hasPlan(kept: readonly Fact[]): boolean {
    if (this.isStopped) return true;
    const part = buildModel(this.partOf(kept));
    if (part.impossiblePins.length > 0) return false;
    const found = hasPlan(this.task.highs, part, this.deadline);
    if (found === null) this.isStopped = true;
    return found !== false;
  }

  private partOf(kept: readonly Fact[]): PlanProblem {
    return conflictingPart(this.task.problem, kept);
  }

  /**
   * QuickXplain: a minimal set of facts with which there is no plan.
   * @param feasible must not hold for all facts together.
   */
  private quickXplain(facts: readonly Fact[], feasible: (kept: readonly Fact[]) => boolean): Fact[] {
    const explain = (background: readonly Fact[], changed: boolean, candidates: readonly Fact[]): Fact[] => {
      if (changed && !feasible(background)) return [];
      if (candidates.length <= 1) return [...candidates];
      const middle = Math.floor(candidates.length / 2);
      const [first, second] = [candidates.slice(0, middle), candidates.slice(middle)];
      const fromSecond = explain([...background, ...first], first.length > 0, second);
      const fromFirst = explain([...background, ...fromSecond], fromSecond.length > 0, first);
      return [...fromFirst, ...fromSecond];
    };
    return feasible([]) ? explain([], false, facts) : [];
  }
}

/** Where at most this share of the facts is left, a new and smaller month saves time. */
const MUCH_SMALLER = 0.75;

function proofOf(highs: Highs, part: PlanProblem, leafLimit: number, deadline: Deadline): ConflictProof | null {
  const model = buildModel(part);
  if (model.impossiblePins.length > 0) return null;
  const task = { model, seed: 0, nodeLimit: null, leafLimit, deadline, onProgress: () => undefined, isPlain: true };
  const { cliques, tiers } = search(highs, task).certificate;
  const [refutation] = tiers;
  return refutation === undefined || refutation.bound !== null ? null : { cliques, tree: refutation.tree };
}
