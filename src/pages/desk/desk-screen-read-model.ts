import { Injectable } from '@nestjs/common';
import { firstDay, type Month } from '../../kernel/month.ts';
import type { AccountRef, MeetingRef, PlanRef } from '../../kernel/id.ts';
import {
  type NotedAction,
  type PlanDecision,
  PlanEdits,
  type PlanEdit,
  doneByOthers,
  lastHandOf,
  toRedo,
  toUndo,
} from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { type MonthScreen, MonthScreenReadModel, type PlanScreen } from '../month/month-screen-read-model.ts';

/** A plan as its reader has seen it. */
interface SeenPlan {
  readonly planId: PlanRef;
  readonly revision: number;
}

/** An edit with the name of whoever made it; empty where that is not known. */
export interface NamedEdit {
  readonly action: NotedAction;
  readonly by: string;
}

/** What somebody else has done to a plan meanwhile. */
export interface DoneMeanwhile extends NamedEdit {
  readonly isUndone: boolean;
}

/** What people have changed of a plan. */
interface ByHand {
  readonly edits: readonly PlanEdit[];
  readonly decisions: readonly PlanDecision[];
  readonly undo: NamedEdit | null;
  readonly redo: NamedEdit | null;
}

/** A plan with what people have changed of it, as far as the next change may change it again. */
export type DeskPlanScreen = PlanScreen & ByHand;

/** A month with what people have changed of its plan. */
export interface DeskScreen extends MonthScreen, ByHand {
  /** By meeting: what kind of branch it is of. */
  readonly branchTypes: ReadonlyMap<string, string>;
}

@Injectable()
export class DeskScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly months: MonthScreenReadModel,
    private readonly edits: PlanEdits,
  ) {}

  read(month: Month, variantId: PlanRef | null = null): Promise<DeskScreen> {
    return this.work.run(async () => {
      const screen = await this.months.read(month, '/desk', variantId);
      const types = await this.work.query<{ meetingId: MeetingRef; type: string }>(
        `select m.id as "meetingId", t.name as type from month_meetings m join branch_profiles b on b.id = m.branch_id
         join branch_type_names t on t.code = b.type where m.month = $1`,
        [firstDay(month)],
      );
      return {
        ...screen,
        ...(await this.byHand(screen)),
        branchTypes: new Map(types.map(({ meetingId, type }) => [meetingId, type])),
      };
    });
  }

  /** `seen`: where it is known what the reader has seen of the plan, also what others have done since. */
  readPlan(
    month: Month,
    variantId: PlanRef | null,
    seen: SeenPlan | null = null,
  ): Promise<{ readonly screen: DeskPlanScreen; readonly done: readonly DoneMeanwhile[] }> {
    return this.work.run(async () => {
      const plan = await this.months.readPlan(month, variantId);
      const screen = { ...plan, ...(await this.byHand(plan)) };
      return { screen, done: seen ? await this.doneSince(screen, seen) : [] };
    });
  }

  private async byHand({ plan }: PlanScreen): Promise<ByHand> {
    const edits = plan ? await this.edits.list(plan.id) : [];
    const [undo, redo] = [toUndo(edits), toRedo(edits)];
    const names = await this.names([undo, redo].flatMap((edit) => edit?.madeBy ?? []));
    const named = (edit: PlanEdit | null): NamedEdit | null =>
      edit && { action: edit.action, by: names.get(edit.madeBy ?? '') ?? '' };
    return {
      edits,
      decisions: plan ? await this.edits.listDecisions(plan.id) : [],
      undo: named(undo),
      redo: named(redo),
    };
  }

  /** The name of an account; empty where there is none any more. */
  async nameOf(accountId: AccountRef | null): Promise<string> {
    const names = await this.work.run(() => this.names(accountId === null ? [] : [accountId]));
    return names.get(accountId ?? '') ?? '';
  }

  /** What others have done since the plan was seen, oldest first; nothing where that was another plan. */
  doneSince({ plan, edits: all }: PlanScreen & ByHand, seen: SeenPlan): Promise<DoneMeanwhile[]> {
    return this.work.run(async () => {
      if (plan?.id !== seen.planId) return [];
      const edits = doneByOthers(all, seen.revision, this.work.actor.accountId);
      const names = await this.names(edits.flatMap((edit) => lastHandOf(edit) ?? []));
      return edits.map((edit) => ({
        action: edit.action,
        isUndone: edit.undoneAt !== null,
        by: names.get(lastHandOf(edit) ?? '') ?? '',
      }));
    });
  }

  private async names(accountIds: readonly AccountRef[]): Promise<ReadonlyMap<string, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.work.query<{ id: AccountRef; name: string }>(
      `select id, name from account_names where id = any($1::uuid[])`,
      [accountIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
