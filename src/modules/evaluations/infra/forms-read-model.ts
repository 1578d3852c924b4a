import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { may } from '../../../kernel/permissions.ts';
import { type Day, firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { mayWrite, type Visit } from '../../visits/index.ts';
import { HistoryReadModel } from '../../audit/index.ts';
import type { Answers } from '../domain/answers.ts';
import type { TemplateVersion } from '../domain/form-template.ts';
import { compareForms, type Comparison } from '../domain/compare-forms.ts';
import { NO_POINTS } from '../domain/points.ts';
import type { Remarks } from '../domain/remarks.ts';
import type { Rubric, RubricVersion } from '../domain/rubric.ts';
import type { Score } from '../domain/score.ts';
import type { SubmissionId } from '../domain/submission.ts';
import type { Text } from '../domain/text.ts';
import type {} from '../errors.ts';

export type ReviewState = 'submitted' | 'accepted' | 'returned';
/** Of one version: its author may have taken it back as well. */
export type VersionState = ReviewState | 'withdrawn';

export interface SubmissionFacts {
  readonly id: SubmissionId;
  readonly version: number;
  readonly state: VersionState;
  readonly revision: number;
  readonly receivedAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewer: string | null;
  readonly comments: string | null;
  /** The reviewer's, on single questions. */
  readonly remarks: Remarks;
  /** When it had been accepted, if it was reopened since. */
  readonly wasAcceptedAt: Date | null;
  /** When its author withdrew it, and why; null where they did not. */
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
  /** What its author answers to the review of the version before. */
  readonly reply: string | null;
  /** The reviewer who wrote this version in the author's place; null for the author. */
  readonly correctedBy: string | null;
}

/** One form with everything known about it. */
export interface ReadSubmission extends SubmissionFacts {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  /** Who wrote it. */
  readonly sentBy: SpecialistId;
  /** Who may read it like the specialist on duty. */
  readonly standInId: SpecialistId | null;
  readonly specialist: string;
  readonly department: string;
  readonly branch: string;
  readonly organisation: string;
  readonly heldOn: Day;
  readonly month: Month;
  readonly kind: Visit['kind'];
  readonly rubric: RubricVersion;
  /** The source of the rubric by which it was scored. */
  readonly source: Text;
  readonly template: TemplateVersion;
  readonly answers: Answers;
  readonly score: Score;
  /** For whom it was reviewed, where a deputy did so. */
  readonly reviewedFor: string | null;
  /** Who else observes the meeting, with their forms. */
  readonly beside: readonly { readonly specialist: string; readonly submissionId: SubmissionId | null }[];
  /** All versions of this visit's form, oldest first. */
  readonly versions: readonly SubmissionFacts[];
}

/** A visit of a month, with the latest version of its form that was not withdrawn. */
export interface MonthForm {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  readonly branch: string;
  readonly heldOn: Day;
  readonly endsAt: Date;
  readonly specialist: string;
  readonly department: string;
  readonly remindedAt: Date | null;
  /** Null where no form was sent. */
  readonly submission:
    | (Comparison &
        Pick<SubmissionFacts, 'id' | 'version' | 'revision' | 'receivedAt'> & {
          readonly state: ReviewState;
          /** Who wrote it: the specialist on duty, or the stand-in. */
          readonly sentBy: SpecialistId;
          readonly total: Score['total'];
          readonly rating: Score['rating'];
          /** What people decided instead of the points; null where nothing is decided. */
          readonly official: Score['rating'];
          readonly self: Score['self'];
          /** The total of the branch's last accepted form before this month. */
          readonly lastTotal: Score['total'] | null;
          /**
           * The reader observes the same meeting and owes a form of their own: until it is in, they are told no points
           * of this one.
           */
          readonly isHidden: boolean;
          /** Number of shortcomings without a cause. */
          readonly openCauses: number;
        })
    | null;
}

/** A form that waits for review, with the facts that show whether it is unusual. */
export interface DoubtedForm {
  readonly id: SubmissionId;
  readonly answers: Answers;
  readonly rubric: Rubric;
  /** As planned in the calendar. */
  readonly planned: { readonly day: Day; readonly kind: Visit['kind'] };
}

type SubmissionRow = Omit<ReadSubmission, 'month' | 'versions' | 'rubric' | 'reviewedFor'> & {
  readonly month: Day;
  readonly rubricCode: string;
  readonly rubricVersion: number;
};

type MonthRow = Omit<MonthForm, 'submission'> & { readonly words: string | null } & {
  readonly [K in Exclude<keyof NonNullable<MonthForm['submission']>, keyof Comparison>]:
    NonNullable<MonthForm['submission']>[K] | null;
};

const FACTS = `s.id, s.version, s.state, s.revision, s.submitted_at as "receivedAt", s.reviewed_at as "reviewedAt",
  (select name from account_names a where a.id = s.reviewed_by) as reviewer, s.review_comment as comments, s.review_remarks as remarks,
  s.was_accepted_at as "wasAcceptedAt", s.withdrawn_at as "withdrawnAt", s.withdrawn_why as "withdrawnWhy", s.reply,
  (select name from account_names a where a.id = s.corrected_by) as "correctedBy"`;

/** Shorter observations, such as that all was as it should be, are the same by chance. */
const WORDS_TO_TELL = 60;

/** How the trail tells of a review. */
const REVIEWS = ['evaluation.accepted', 'evaluation.returned', 'evaluation.reopened', 'evaluation.corrected'];

/** Reads forms for pages and the API; takes part in the ambient transaction, if any. */
@Injectable()
export class FormsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly history: HistoryReadModel,
    private readonly clock: Clock,
  ) {}

  /**
   * A form for its author, for somebody who may read all of them, or for who observed the same meeting; the last only
   * when their own form is in, whatever else they may read. @throws DomainError evaluation.no_submission,
   * evaluation.not_yours, evaluation.hidden
   */
  async getFor(actor: Actor, id: SubmissionId): Promise<ReadSubmission> {
    const form = await this.get(id);
    const { visitId } = form;
    if (mayWrite(form, actor.specialistId)) return form;
    const beside = form.beside.length > 0 ? await this.findBeside(actor.specialistId, visitId) : null;
    if (beside?.isHidden) throw new DomainError('evaluation.hidden', { visitId });
    if (!may(actor, 'form.read_all') && !beside) throw new DomainError('evaluation.not_yours', { visitId });
    return form;
  }

  /** What a person who observes the same meeting may know of a visit; null for anybody else. */
  async findBeside(observer: SpecialistId | null, visitId: VisitId): Promise<{ isHidden: boolean } | null> {
    if (observer === null) return null;
    const [row] = await this.work.run(() =>
      this.work.query<{ isHidden: boolean }>(
        `select is_hidden as "isHidden" from visits_beside($1) where visit_id = $2`,
        [observer, visitId],
      ),
    );
    return row ?? null;
  }

  /** @throws DomainError evaluation.no_submission */
  get(id: SubmissionId): Promise<ReadSubmission> {
    return this.work.run(async () => {
      const [row] = await this.work.query<SubmissionRow>(
        `select ${FACTS}, s.answers, s.score, json_build_object('id', s.form_code, 'version', s.form_version) as template, r.code as "rubricCode", r.version as "rubricVersion",
           r.content -> 'source' as source, v.id as "visitId",
           v.specialist_id as "specialistId", s.submitted_by as "sentBy", u.stand_in_id as "standInId", p.name as specialist, p.department_short as department, b.name as branch,
           coalesce(o.name, '') as organisation, coalesce((
             select json_agg(json_build_object('specialist', q.name, 'submissionId', f.submission_id) order by q.name, x.id)
             from month_visits x join specialist_profiles q on q.id = x.specialist_id left join visit_forms f on f.visit_id = x.id
             where x.meeting_id = v.meeting_id and x.id <> v.id and x.takes_place), '[]') as beside, v.held_on as "heldOn", v.month, v.kind
         from submissions s join rubrics r on r.id = s.rubric_id join month_visits v on v.id = s.visit_id
         join visit_outcomes u on u.visit_id = v.id join branch_profiles b on b.id = v.branch_id join specialist_profiles p on p.id = v.specialist_id
         left join lateral organisations_on(v.held_on) o on o.id = b.organisation_id
         where s.id = $1`,
        [id],
      );
      if (!row) throw new DomainError('evaluation.no_submission', { submissionId: id });
      const { rubricCode, rubricVersion, ...rest } = row;
      return {
        ...rest,
        month: monthOf(row.month),
        rubric: { id: rubricCode, version: rubricVersion },
        reviewedFor: await this.reviewedFor(id),
        versions: await this.versionsOf(row.visitId),
      };
    });
  }

  /** Every visit of the month with a form, or for which one is still expected; for who acts. */
  month(month: Month): Promise<MonthForm[]> {
    return this.work.run(async () => {
      const rows = await this.work.query<MonthRow>(
        `select v.id as "visitId", v.specialist_id as "specialistId", b.name as branch, v.held_on as "heldOn", m.ends_at as "endsAt", p.name as specialist,
           p.department_short as department, s.submission_id as id, s.version, s.state, s.revision,
           s.submitted_at as "receivedAt", w.submitted_by as "sentBy",
           v.id = any(array(select h.visit_id from visits_beside($2) h where h.is_hidden)) as "isHidden", s.total, s.rating, s.self_total as self,
           case when s.state = 'accepted' then (select g.rating from official_ratings g where g.meeting_id = v.meeting_id) end as official,
           (select e.total from accepted_forms e join month_visits l on l.id = e.visit_id
            where s.state = 'submitted' and l.branch_id = v.branch_id and l.month < v.month
            order by l.month desc limit 1) as "lastTotal",
           (select count(*)::int from jsonb_array_elements(w.answers -> 'shortcomings') each
            where coalesce(each ->> 'cause', '') = '') as "openCauses",
           (select case when length(said.words) >= ${WORDS_TO_TELL} then md5(said.words) end
            from (select lower(jsonb_path_query_array(w.answers, '$.*[*].text')::text) as words) said) as words,
           (select max(reminded_at) from form_reminders f where f.visit_id = v.id) as "remindedAt"
         from month_visits v join month_meetings m on m.id = v.meeting_id join branch_profiles b on b.id = v.branch_id
         join specialist_profiles p on p.id = v.specialist_id left join visit_forms s on s.visit_id = v.id
         left join submissions w on w.id = s.submission_id
         where v.month = $1 and v.takes_place
         order by m.starts_at, b.name collate "vi_natural", p.given_name collate "vi-x-icu", v.id`,
        [firstDay(month), this.work.actor.specialistId],
      );
      return compared(rows);
    });
  }

  /** The forms of a month that wait for review, with their answers. */
  waiting(month: Month): Promise<DoubtedForm[]> {
    return this.work.run(() =>
      this.work.query<DoubtedForm>(
        `select s.id, s.answers, r.content as rubric, json_build_object('day', m.day, 'kind', m.kind) as planned
         from visit_forms f join submissions s on s.id = f.submission_id join rubrics r on r.id = s.rubric_id
         join month_visits v on v.id = f.visit_id join month_meetings m on m.id = v.meeting_id
         where v.month = $1 and v.takes_place and f.state = 'submitted'`,
        [firstDay(month)],
      ),
    );
  }

  /** When forms that had been accepted were accepted and opened again, by the month of their visit. */
  openedAgain(): Promise<{ month: Month; acceptedAt: Date; openedAt: Date }[]> {
    return this.work.run(() =>
      this.work.query(
        `select to_char(v.month, 'YYYY-MM') as month, s.was_accepted_at as "acceptedAt", s.reviewed_at as "openedAt"
         from submissions s join month_visits v on v.id = s.visit_id
         where s.was_accepted_at is not null and s.reviewed_at is not null order by v.month`,
        [],
      ),
    );
  }

  /** The oldest visit of a person that is over and has no form, apart from the given one. */
  findNextToWrite(specialistId: SpecialistId, but: VisitId): Promise<{ visitId: VisitId; branch: string } | null> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ visitId: VisitId; branch: string }>(
        `select v.id as "visitId", b.name as branch
         from month_visits v join month_meetings m on m.id = v.meeting_id join branch_profiles b on b.id = v.branch_id
         where v.specialist_id = $1 and v.id <> $2 and m.ends_at <= $3 and v.takes_place
           and not exists (select 1 from visit_forms f where f.visit_id = v.id)
         order by m.starts_at, v.id limit 1`,
        [specialistId, but, this.clock.now()],
      );
      return row ?? null;
    });
  }

  private async reviewedFor(id: SubmissionId): Promise<string | null> {
    const principals = await this.history.principals('submission', [id], ...REVIEWS);
    return principals.get(id) ?? null;
  }

  private versionsOf(visitId: VisitId): Promise<SubmissionFacts[]> {
    return this.work.query<SubmissionFacts>(
      `select ${FACTS} from submissions s where s.visit_id = $1 order by s.version`,
      [visitId],
    );
  }
}

/** Forms that are told, compared with each other. */
function compared(rows: readonly MonthRow[]): MonthForm[] {
  const known = rows.flatMap(({ id, branch, specialist, total, words, isHidden }) =>
    id !== null && total !== null && isHidden !== true ? [{ id, branch, specialist, total, words }] : [],
  );
  const comparisons = compareForms(known);
  return rows.map((row) => monthForm(row, (row.id && comparisons.get(row.id)) ?? NOTHING_STANDS_OUT));
}

const NOTHING_STANDS_OUT: Comparison = { outlier: null, sameWords: null };

/** No list, order or sign gives away what is hidden. */
const NOT_TOLD = {
  total: NO_POINTS,
  rating: null,
  official: null,
  self: null,
  lastTotal: null,
  openCauses: 0,
} as const;

function monthForm(row: MonthRow, comparison: Comparison): MonthForm {
  const { visitId, specialistId, branch, heldOn, endsAt, specialist, department, remindedAt } = row;
  const { id, version, state, revision, receivedAt, sentBy, total, rating, official, self, lastTotal, openCauses } =
    row;
  const isHidden = row.isHidden ?? false;
  const isSent =
    id !== null && version !== null && state !== null && revision !== null && receivedAt !== null && sentBy !== null;
  return {
    visitId,
    specialistId,
    branch,
    heldOn,
    endsAt,
    specialist,
    department,
    remindedAt,
    submission:
      isSent && total !== null
        ? {
            id,
            version,
            state,
            revision,
            receivedAt,
            sentBy,
            total,
            rating,
            official,
            self,
            lastTotal,
            openCauses: openCauses ?? 0,
            ...comparison,
            ...(isHidden && NOT_TOLD),
            isHidden,
          }
        : null,
  };
}
