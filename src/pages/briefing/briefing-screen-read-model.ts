import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.ts';
import type { AccountId, MeetingId } from '../../kernel/id.ts';
import { daysOf, firstDay, type Month } from '../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import { ratingsOf, Rubrics, type SubmissionId } from '../../modules/evaluations/index.ts';
import { MonthProgressReadModel } from '../month/month-progress-read-model.ts';
import { HistoryReadModel } from '../../modules/audit/index.ts';
import { Briefings, type MonthBriefing } from '../../modules/briefings/index.ts';

/** Everything that the pages of a month's briefing show. */
export interface BriefingScreen {
  readonly month: Month;
  readonly monthProgress: MonthProgress;
  /** Latest first; empty before the first compilation. */
  readonly versions: readonly MonthBriefing[];
  readonly shown: MonthBriefing | null;
  readonly ratings: ReturnType<typeof ratingsOf>;
  readonly names: ReadonlyMap<AccountId, string>;
  /** On whose behalf versions were frozen, where a deputy did it; by version id. */
  readonly frozenFor: ReadonlyMap<string, string>;
  /** Number of accepted forms that the latest version does not include. */
  readonly newForms: number;
  /** Number of forms in the shown version that no longer count, because they were reopened. */
  readonly openedForms: number;
  /** Number of official ratings that were decided or no longer count since the shown version. */
  readonly newRatings: number;
  /** Number of forms that wait for review. */
  readonly waiting: number;
}

@Injectable()
export class BriefingScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly progress: MonthProgressReadModel,
    private readonly briefings: Briefings,
    private readonly rubrics: Rubrics,
    private readonly history: HistoryReadModel,
  ) {}

  /**
   * Reads the requested version; otherwise, for people who cannot edit, the last frozen one, and for others the latest.
   * @throws DomainError http.not_found
   */
  read(month: Month, version: number | null = null, mayEdit = true): Promise<BriefingScreen> {
    return this.work.run(async () => {
      const versions = await this.briefings.list(month);
      const latest = (mayEdit ? undefined : versions.find(({ frozen }) => frozen)) ?? versions[0] ?? null;
      const shown = version === null ? latest : versions.find((each) => each.version === version);
      if (shown === undefined) throw new DomainError('http.not_found', {});
      const forms = await this.forms(month);
      const counting = new Set(forms.filter(({ state }) => state === 'accepted').map(({ id }) => id));
      const taken = new Set(versions[0]?.content.origins.map(({ submissionId }) => submissionId));
      return {
        month,
        monthProgress: await this.progress.of(month, '/briefing'),
        versions,
        shown,
        ratings: shown ? await this.ratings(month) : [],
        names: await this.names(versions),
        frozenFor: await this.history.principals(
          'briefing',
          versions.map(({ id }) => id),
          'briefing.frozen',
        ),
        newForms: shown ? forms.filter(({ id, state }) => state === 'accepted' && !taken.has(id)).length : 0,
        openedForms:
          shown?.content.origins.filter(({ submissionId: id }) => id !== null && !counting.has(id)).length ?? 0,
        newRatings: shown ? changedRatings(shown.content.officialRatings ?? {}, await this.officialRatings(month)) : 0,
        waiting: forms.filter(({ state }) => state === 'submitted').length,
      };
    });
  }

  private async ratings(month: Month): Promise<BriefingScreen['ratings']> {
    const inForce = await this.rubrics.inForce(daysOf(month).at(-1) ?? firstDay(month));
    return ratingsOf({ sheets: inForce.flatMap(({ sheets }) => sheets) });
  }

  private forms(month: Month): Promise<{ id: SubmissionId; state: 'submitted' | 'accepted' }[]> {
    return this.work.query(
      `select f.submission_id as id, f.state from visit_forms f join month_visits v on v.id = f.visit_id
       where v.month = $1 and v.takes_place and f.state <> 'returned'`,
      [firstDay(month)],
    );
  }

  private async officialRatings(month: Month): Promise<Readonly<Record<string, number>>> {
    const rows = await this.work.query<{ id: MeetingId; number: number }>(
      `select g.meeting_id as id, g.number from official_ratings g join month_meetings m on m.id = g.meeting_id where m.month = $1`,
      [firstDay(month)],
    );
    return Object.fromEntries(rows.map(({ id, number }) => [id, number]));
  }

  private async names(versions: readonly MonthBriefing[]): Promise<Map<AccountId, string>> {
    const ids = versions.flatMap(({ compiledBy, frozen }) => [compiledBy, frozen?.by ?? null]);
    const rows = await this.work.query<{ id: AccountId; name: string }>(
      `select id, name from account_names where id = any($1::uuid[])`,
      [ids.filter((id) => id !== null)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** For how many meetings another decision counts now. */
function changedRatings(then: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): number {
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((id) => then[id] !== now[id]).length;
}
