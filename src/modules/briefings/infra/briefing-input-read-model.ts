import { Injectable } from '@nestjs/common';
import type { Ref } from '../../../kernel/id.ts';
import { addMonths, type Day, dayIn, daysOf, firstDay, type Month, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { DECLINE_KIND_TERMS, type DeclineKind } from '../../../kernel/vocabulary.ts';
import { Letterheads } from '../../documents/index.ts';
import {
  type Answers,
  onScale,
  ratingsOf,
  Rubrics,
  scaleOf,
  type Score,
  type SubmissionId,
} from '../../evaluations/index.ts';
import { contentOn } from '../../policies/index.ts';
import type { VisitState } from '../../visits/index.ts';
import type {
  BriefingArea,
  BriefingBranch,
  BriefingInput,
  BriefingMeeting,
  BriefingRubric,
  BriefingVisit,
  OfficialRating,
  PreviousMonth,
  VisitOutcome,
} from '../domain/briefing-input.ts';
import { type BriefingPolicy, briefingPolicy } from '../domain/briefing-policy.ts';
import { BriefingPolicies } from './repositories/briefing-policies.ts';

interface MeetingRow extends Pick<BriefingMeeting, 'id' | 'branchId' | 'kind' | 'held'> {
  readonly startsAt: Date;
  readonly official: OfficialRating | null;
}

interface BranchRow extends Pick<BriefingBranch, 'id' | 'name'> {
  readonly areaId: Ref<'Organisation'>;
  readonly area: string;
  readonly isSingle: boolean;
}

/** Those in which somebody was sent. */
type AssignedState = Exclude<VisitState, 'released' | 'cancelled'>;

type VisitRow = Omit<BriefingVisit, 'outcome' | 'form' | 'reason'> & {
  readonly state: AssignedState;
  readonly declineKind: DeclineKind | null;
  readonly submissionId: SubmissionId | null;
  readonly answers: Answers | null;
  readonly score: Score | null;
};

/** Visits of month $1, including declined ones: somebody was assigned and did not go. */
const VISITS = `from month_visits v where v.month = $1 and v.is_assigned`;

/** Branches that are grassroots organisations themselves are listed together under this name. */
const SINGLE_BRANCHES: BriefingArea = { id: 'single-branches', name: 'Chi bộ cơ sở trực thuộc' };

const OUTCOMES: Record<AssignedState, VisitOutcome> = {
  offered: 'pending',
  accepted: 'pending',
  done: 'attended',
  missed: 'missed',
  declined: 'declined',
};

/** Reads the input of a month's briefing; takes part in the ambient transaction. */
@Injectable()
export class BriefingInputReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly rubrics: Rubrics,
    private readonly letterheads: Letterheads,
    private readonly policies: BriefingPolicies,
  ) {}

  /** Everything that a month's briefing is made of, as of now. */
  async read(month: Month, now: Date): Promise<BriefingInput> {
    const { board, timeZone } = await this.letterheads.get();
    const branches = await this.branches(month);
    const rubric = await this.rubric(month);
    return {
      month,
      compiledOn: dayIn(timeZone, now),
      labels: { issuer: board, ...(await this.labels(month)) },
      rubric,
      policy: await this.policy(month),
      fields: await this.work.query(`select code, name from field_names order by position, code`),
      departments: await this.work.query(`select id, name from department_names order by position, code`),
      ...branches,
      meetings: await this.meetings(month, timeZone),
      visits: await this.visits(month, rubric.maximum),
      previous: await this.previous(month),
    };
  }

  private async labels(month: Month): Promise<{ ground: string; area: string }> {
    const [row] = await this.work.query<{ area: string | null; ground: string | null }>(
      `select c.labels ->> 'labelGrassroots' as area,
         (select o.name from organisations_on($1::date) o
          where o.kind = 'committee' and o.parent_id is null and o.name is not null order by o.code limit 1) as ground
       from acting_committee c`,
      [lastDay(month)],
    );
    return { ground: row?.ground ?? 'Đảng bộ', area: row?.area ?? 'Tổ chức cơ sở đảng' };
  }

  private async rubric(month: Month): Promise<BriefingRubric> {
    const general = await this.rubrics.current(lastDay(month));
    const inForce = await this.rubrics.inForce(lastDay(month));
    const sheets = inForce.flatMap((rubric) => rubric.sheets);
    const maximum = scaleOf({ sheets });
    const sources = [...new Map(inForce.map(({ source }) => [source.vi, source])).values()];
    return {
      source: { vi: sources.map(({ vi }) => vi).join(' '), en: sources.map(({ en }) => en).join(' ') },
      maximum,
      hasOtherMaxima: sheets.some((sheet) => sheet.maximum !== maximum),
      ratings: ratingsOf({ sheets }),
      attendanceFormula: general.policy.attendanceFormula,
    };
  }

  private async policy(month: Month): Promise<BriefingPolicy> {
    return briefingPolicy(contentOn(await this.policies.list(), lastDay(month)));
  }

  /** Branches below a part of an organisation are counted with the organisation above it. */
  private async branches(month: Month): Promise<Pick<BriefingInput, 'areas' | 'branches'>> {
    const rows = await this.work.query<BranchRow>(
      `with recursive tree as materialized (select * from organisations_on($1::date)),
       place as (
         select id as branch_id, organisation_id from branch_profiles
         union all
         select p.branch_id, o.parent_id from place p
         join tree o on o.id = p.organisation_id and o.kind = 'part' and o.parent_id is not null)
       select b.id, b.name, o.id as "areaId", coalesce(o.short_name, o.code) as area, o.kind = 'grassroots_branch' as "isSingle"
       from place p join branch_profiles b on b.id = p.branch_id join tree o on o.id = p.organisation_id and o.kind <> 'part'
       order by b.id`,
      [lastDay(month)],
    );
    const areas = new Map<string, BriefingArea>();
    const branches = rows.map(({ id, name, areaId, area, isSingle }): BriefingBranch => {
      const its = isSingle ? SINGLE_BRANCHES : { id: areaId, name: area };
      areas.set(its.id, its);
      return { id, name: besideArea(name, its.name), areaId: its.id };
    });
    return { areas: [...areas.values()], branches };
  }

  private async meetings(month: Month, zone: string): Promise<BriefingMeeting[]> {
    const rows = await this.work.query<MeetingRow>(
      `select m.id, m.branch_id as "branchId", m.starts_at as "startsAt", m.kind, m.state = 'scheduled' as held,
         (select json_build_object('rating', g.rating, 'number', g.number) from official_ratings g where g.meeting_id = m.id) as official
       from month_meetings m
       where m.month = $1 or m.id in (select v.meeting_id ${VISITS}) order by m.id`,
      [firstDay(month)],
    );
    return rows.map(({ startsAt, official, ...meeting }) => ({
      ...meeting,
      ...(official && { official }),
      day: dayIn(zone, startsAt),
      startsAt: timeIn(zone, startsAt),
    }));
  }

  private async visits(month: Month, scale: number): Promise<BriefingVisit[]> {
    const rows = await this.work.query<VisitRow>(
      `select v.id, v.meeting_id as "meetingId", p.department_id as "departmentId", p.id as "specialistId",
         p.name as "specialistName", v.state, u.decline_kind as "declineKind", f.submission_id as "submissionId", f.answers, f.score,
         f.submission_id is null and exists (select from visit_forms o where o.visit_id = v.id) as "formOpen"
       from (select v.* ${VISITS}) v join specialist_profiles p on p.id = v.specialist_id
       join visit_outcomes u on u.visit_id = v.id left join accepted_forms f on f.visit_id = v.id order by v.id`,
      [firstDay(month)],
    );
    return rows.map(({ state, declineKind, submissionId, answers, score, ...visit }) => ({
      ...visit,
      // The person's own words are for the board only.
      reason: declineKind && DECLINE_KIND_TERMS[declineKind].vi,
      outcome: OUTCOMES[state],
      form: submissionId && answers && score ? { submissionId, answers, score: onScale(score, scale) } : null,
    }));
  }

  private async previous(month: Month): Promise<PreviousMonth | null> {
    const before = addMonths(month, -1);
    const [row] = await this.work.query<Pick<PreviousMonth, 'figures' | 'totals'>>(
      `select content -> 'figures' as figures, content -> 'totals' as totals from briefings
       where month = $1 and state = 'frozen' order by version desc limit 1`,
      [firstDay(before)],
    );
    return row ? { month: before, ...row } : null;
  }
}

/** The name of a branch beside its area, without repeating the area: `Chi bộ Khu phố 4, Phường 8`. */
function besideArea(branch: string, area: string): string {
  return branch.endsWith(`, ${area}`) ? branch.slice(0, -area.length - 2) : branch;
}

function lastDay(month: Month): Day {
  return daysOf(month).at(-1) ?? firstDay(month);
}
