import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { takesPlace, TouchedVisitsReadModel } from '../../visits/index.ts';
import type { VisitId } from '../../../kernel/id.ts';
import { isPlan } from '../domain/month-plan.ts';
import { type Duty, dutyKey } from '../domain/plan-decision.ts';
import { amendmentOf, replannedParts, type ReplannedParts } from '../domain/replan.ts';
import { type Replan, Replans } from '../infra/repositories/replans.ts';
import { Solves } from '../infra/repositories/solves.ts';
import { type AmendableMonth, JudgeAmendment, type JudgedAmendment } from './judge-amendment.ts';
import type { Solve } from './ports.ts';

/** A published month, with what the engine would change of what lies ahead. */
export interface ProposedReplan extends Pick<AmendableMonth, 'month' | 'shareOf'> {
  readonly now: Date;
  /** The last that was asked for; null before anybody has. */
  readonly asked: (Omit<Replan, 'result'> & { readonly solve: Solve | null }) | null;
  readonly answer: ReplanAnswer | null;
}

export interface ReplanAnswer {
  /** No plan was found that keeps everything that must be kept. */
  readonly isNone: boolean;
  /** Whether it is proven that there is no better one. */
  readonly isProven: boolean;
  /** The plan was amended since it was asked for. */
  readonly isOutdated: boolean;
  readonly parts: readonly JudgedPart[];
  /** The number of parts that can no longer be made, because of what has happened since it was asked for. */
  readonly gone: number;
  /** Meetings ahead that want somebody, and those of them to which too few go: now, and with all parts. */
  readonly due: number;
  readonly short: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A part of it with what it costs by itself. */
export interface JudgedPart {
  readonly changes: ReturnType<typeof amendmentOf>;
  readonly judged: JudgedAmendment;
  /** It takes off somebody whose visit the board has decided to keep. */
  readonly isAgainstKept: boolean;
}

/** Shows what the engine answered against the month as it is by now. */
@Injectable()
export class ProposeReplan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly judge: JudgeAmendment,
    private readonly replans: Replans,
    private readonly touched: TouchedVisitsReadModel,
    private readonly solves: Solves,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_published */
  of(month: Month): Promise<ProposedReplan> {
    return this.work.run(async () => {
      const amendable = await this.judge.open(month);
      const now = this.clock.now();
      const found = await this.replans.find(month);
      if (!found) return { ...amendable, now, asked: null, answer: null };
      const { result, ...asked } = found;
      const solve = await this.solves.find(asked.solveId);
      return {
        ...amendable,
        now,
        asked: { ...asked, solve },
        answer: result && answerOf(amendable, found, await this.touched.keptVisits(), now),
      };
    });
  }
}

function answerOf(
  { month, judge }: AmendableMonth,
  { planId, revision, result }: Replan,
  kept: ReadonlySet<VisitId>,
  now: Date,
): ReplanAnswer | null {
  if (!result) return null;
  const { header, problem, visits } = month;
  const isOutdated = header.id !== planId || header.revision !== revision;
  const { possible, gone: lost }: ReplannedParts =
    isPlan(result) && !isOutdated ? replannedParts(month, result, now) : { possible: [], gone: 0 };
  const judged = possible.map((part) => ({ ...part, ...judgedPart(amendmentOf(part, month), judge, kept) }));
  // What the engine proposed kept all rules that nobody may overrule, so that something has changed since.
  const parts = judged.filter((part) => part.judged.can !== 'no');
  const goes = visits.filter(({ state }) => takesPlace(state));
  const gone = new Set(parts.flatMap(({ dropped }) => dropped.map(dutyKey)));
  const after = [...goes.filter((duty) => !gone.has(dutyKey(duty))), ...parts.flatMap(({ added }) => added)];
  const due = problem.meetings.filter(({ minObservers, start }) => minObservers > 0 && start * 60_000 > now.getTime());
  const shortOf = (duties: readonly Duty[]) =>
    due
      .filter(({ id, minObservers }) => duties.filter(({ meetingId }) => meetingId === id).length < minObservers)
      .map(({ id }) => id);
  return {
    isNone: !isPlan(result),
    isProven: result.status === 'optimal' && result.isVerified,
    isOutdated,
    parts,
    gone: lost + judged.length - parts.length,
    due: due.length,
    short: { before: shortOf(goes), after: shortOf(after) },
  };
}

function judgedPart(
  changes: JudgedPart['changes'],
  judge: AmendableMonth['judge'],
  kept: ReadonlySet<VisitId>,
): JudgedPart {
  const judged = judge(changes);
  return { changes, judged, isAgainstKept: judged.released.some(({ id }) => kept.has(id)) };
}
