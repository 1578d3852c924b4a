import type { BranchRef, MeetingRef, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { type Day, firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Answers } from '../domain/answers.ts';
import type { EvaluationForm } from '../domain/form-model.ts';
import { visitForm } from '../domain/form.ts';
import type { TemplateVersion } from '../domain/form-template.ts';
import type { RubricVersion } from '../domain/rubric.ts';
import type { Score } from '../domain/score.ts';
import type { SubmissionId } from '../domain/submission.ts';
import type { ReviewState } from './forms-read-model.ts';
import { FormTemplates } from './repositories/form-templates.ts';
import { Rubrics } from './repositories/rubrics.ts';

/** The latest version of a visit's form that was not withdrawn. */
export interface ExportedForm {
  readonly id: SubmissionId;
  readonly visitId: VisitId;
  readonly meetingId: MeetingRef;
  readonly branchId: BranchRef;
  readonly state: ReviewState;
  readonly version: number;
  readonly day: Day;
  readonly branch: string;
  readonly organisation: string;
  readonly specialist: string;
  readonly department: string;
  readonly receivedAt: Date;
  readonly rubric: RubricVersion;
  readonly template: TemplateVersion;
  readonly answers: Answers;
  readonly score: Score;
  /** The id of the rating that people decided; null where the points rate the meeting. */
  readonly official: string | null;
}

export interface FormsExport {
  readonly month: Month;
  /** In the order of their days. */
  readonly forms: readonly ExportedForm[];
  /** Each kind of form that was asked, by rubric and form version. */
  readonly asked: readonly EvaluationForm[];
  /** What is not among the forms, by number. */
  readonly leftOut: {
    readonly drafts: number;
    readonly earlierVersions: number;
    readonly missing: number;
    readonly hidden: number;
  };
}

type Counts = FormsExport['leftOut'];

/** Reads the forms of a month with their answers, for files; what the acting person may not see is left out. */
@Injectable()
export class FormsExportReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly templates: FormTemplates,
  ) {}

  read(month: Month): Promise<FormsExport> {
    return this.work.run(async () => {
      const observer = this.work.actor.specialistId;
      const forms = await this.work.query<ExportedForm>(
        `select s.id, v.id as "visitId", v.meeting_id as "meetingId", v.branch_id as "branchId", s.state, s.version, v.held_on as day,
           b.name as branch, coalesce(o.name, '') as organisation, p.name as specialist, p.department_short as department,
           s.submitted_at as "receivedAt", json_build_object('id', r.code, 'version', r.version) as rubric,
           json_build_object('id', s.form_code, 'version', s.form_version) as template, s.answers, s.score,
           case when s.state = 'accepted' then (select g.rating ->> 'id' from official_ratings g where g.meeting_id = v.meeting_id) end as official
         from month_visits v join visit_forms f on f.visit_id = v.id join submissions s on s.id = f.submission_id
         join rubrics r on r.id = s.rubric_id join branch_profiles b on b.id = v.branch_id join specialist_profiles p on p.id = v.specialist_id
         left join lateral organisations_on(v.held_on) o on o.id = b.organisation_id
         where v.month = $1 and v.takes_place and v.id <> all(array(select h.visit_id from visits_beside($2) h where h.is_hidden))
         order by v.held_on, b.name collate "vi_natural", v.id`,
        [firstDay(month), observer],
      );
      const [counts] = await this.work.query<Counts>(
        `select (count(d.visit_id))::int as drafts,
           (count(*) filter (where f.submission_id is null))::int as missing,
           (count(*) filter (where h.visit_id is not null and f.submission_id is not null))::int as hidden,
           coalesce(sum((select count(*) from submissions s where s.visit_id = v.id)) - count(f.submission_id), 0)::int as "earlierVersions"
         from month_visits v left join visit_forms f on f.visit_id = v.id left join visit_drafts d on d.visit_id = v.id
         left join visits_beside($2) h on h.visit_id = v.id and h.is_hidden
         where v.month = $1 and v.takes_place`,
        [firstDay(month), observer],
      );
      return {
        month,
        forms,
        asked: await this.asked(month, forms),
        leftOut: counts ?? { drafts: 0, earlierVersions: 0, missing: 0, hidden: 0 },
      };
    });
  }

  private async asked(month: Month, forms: readonly ExportedForm[]): Promise<EvaluationForm[]> {
    const kinds = new Map(forms.map((form) => [JSON.stringify([form.rubric, form.template]), form]));
    const asked: EvaluationForm[] = [];
    for (const { rubric, template } of kinds.values()) {
      const context = { month, fields: [], directives: [] };
      asked.push(visitForm(await this.rubrics.get(rubric), context, await this.templates.get(template)));
    }
    return asked;
  }
}
