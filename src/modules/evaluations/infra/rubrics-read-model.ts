import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SubmissionId } from '../domain/submission.ts';
import { type Day, dayIn, firstDay } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { PublishRubric } from '../application/publish-rubric.ts';
import { rubricsInForce } from '../domain/rubric-choice.ts';
import type { RubricDraft, RubricDraftId } from '../domain/rubric-draft.ts';
import { type PastForm, type RubricTrial, tryRubric } from '../domain/rubric-trial.ts';
import type { Rubric, RubricVersion } from '../domain/rubric.ts';
import type {} from '../rubric-errors.ts';
import type { RubricOrigin } from './repositories/rubrics.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import { RubricDrafts } from './repositories/rubric-drafts.ts';
import { Rubrics } from './repositories/rubrics.ts';

/** `coming`: it has not begun; `replaced`: it has begun, and no meeting is scored by it any more. */
export type RubricState = 'coming' | 'in_force' | 'replaced';

/** A published version and what became of it. */
export interface PublishedRubric {
  readonly rubric: Rubric;
  readonly state: RubricState;
  readonly origin: RubricOrigin['origin'];
  readonly publishedAt: Date | null;
  /** Null for the service itself. */
  readonly publishedBy: string | null;
  /** The number of forms that were scored by it. */
  readonly forms: number;
}

/** A past form of a trial, with what a list of them shows. */
export interface TrialForm extends PastForm {
  readonly submissionId: SubmissionId;
  readonly branch: string;
  readonly heldOn: Day;
}

export interface TriedRubric extends RubricTrial<TrialForm> {
  /** The days of the first and last form that was looked at; null where there is none. */
  readonly span: { readonly from: Day; readonly to: Day } | null;
  /** The number of older forms that were not looked at. */
  readonly older: number;
}

/** More forms are not looked at in one request. */
const MOST_FORMS = 3_000;
const MONTHS_BACK = 12;

type PublishedRow = Omit<PublishedRubric, 'state'> & { readonly code: string; readonly version: number };
type TrialRow = TrialForm & { readonly all: number };

/** Reads rubrics for pages and the API, and tries drafts on past forms. */
@Injectable()
export class RubricsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly drafts: RubricDrafts,
    private readonly publish: PublishRubric,
    private readonly committee: PolicyCommittee,
    private readonly clock: Clock,
  ) {}

  list(): Promise<{ published: PublishedRubric[]; drafts: RubricDraft[] }> {
    return this.work.run(async () => ({ published: await this.published(), drafts: await this.drafts.list() }));
  }

  /** @throws DomainError rubric.no_draft */
  getDraft(id: RubricDraftId): Promise<RubricDraft> {
    return this.work.run(() => this.drafts.get(id));
  }

  /** Every published version, the latest start first. */
  private published(): Promise<PublishedRubric[]> {
    return this.work.run(async () => {
      const today = dayIn(await this.committee.zone(), this.clock.now());
      const rows = await this.work.query<PublishedRow>(
        `select r.code, r.version, r.content as rubric, r.origin, r.published_at as "publishedAt", a.name as "publishedBy",
           (select count(*)::int from submissions s where s.rubric_id = r.id) as forms
         from rubrics r left join account_names a on a.id = r.published_by
         order by r.starts_on desc, r.code, r.version desc`,
        [],
      );
      const heads = await this.rubrics.heads();
      const counting = (['routine', 'targeted'] as const).flatMap((purpose) =>
        rubricsInForce(heads, { on: today, purpose }).map(({ id, version }) => `${id}/${version}`),
      );
      return rows.map(({ code, version, ...row }) => ({
        ...row,
        state:
          row.rubric.effectiveFrom > today
            ? 'coming'
            : counting.includes(`${code}/${version}`)
              ? 'in_force'
              : 'replaced',
      }));
    });
  }

  /** @throws DomainError rubric.not_found */
  async getPublished({ id, version }: RubricVersion): Promise<PublishedRubric> {
    const all = await this.published();
    const found = all.find(({ rubric }) => rubric.id === id && rubric.version === version);
    if (!found) throw new DomainError('rubric.not_found', { code: id, version });
    return found;
  }

  /** What a draft would have made of the accepted forms of the last twelve months that have any. */
  trial({ rubric }: RubricDraft): Promise<TriedRubric> {
    return this.work.run(async () => {
      const rows = await this.work.query<TrialRow>(
        `with accepted as (
           select f.submission_id, f.answers, f.score, f.total, v.branch_id, v.held_on, v.month
           from accepted_forms f join month_visits v on v.id = f.visit_id)
         select a.submission_id as "submissionId", b.name as branch, b.type as "branchType", a.held_on as "heldOn",
           a.answers ->> 'meetingKind' as kind, a.answers, a.score -> 'rating' ->> 'id' as rating, a.total,
           (a.score ->> 'maximum')::int as maximum, (select count(*)::int from accepted) as all
         from accepted a join branch_profiles b on b.id = a.branch_id
         where a.month > (select max(month) from accepted) - make_interval(months => $1)
         order by a.held_on desc, a.submission_id limit $2`,
        [MONTHS_BACK, MOST_FORMS],
      );
      const [first] = rows;
      const last = rows.at(-1);
      const begun = { ...rubric, effectiveFrom: firstDay(await this.publish.firstOpen()) };
      return {
        ...tryRubric(begun, await this.rubrics.heads(), rows),
        span: first && last ? { from: last.heldOn, to: first.heldOn } : null,
        older: (first?.all ?? 0) - rows.length,
      };
    });
  }
}
