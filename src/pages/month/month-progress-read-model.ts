import { may } from '../../kernel/permissions.ts';
import type { MeetingId } from '../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { addMonths, firstDay, type Month } from '../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { PlanState } from '../../modules/planning/index.ts';
import { type MonthProgress, type MonthStepKey, monthSteps, type WaitingItem } from './month-progress.ts';

/** More of them would hide what else waits; each stands on its meeting's page as well. */
const MOST_DECLINED = 5;

interface Counts {
  meetings: number;
  specialists: number;
  plan: PlanState | null;
  visits: number;
  /** Visits whose meeting is over. */
  held: number;
  /** Visits of which a form has come or is to come. */
  formsDue: number;
  solving: boolean;
  forms: number;
  toReview: number;
  briefing: 'draft' | 'frozen' | null;
}

/** Where a month stands, for the head of each of its pages; joins the ambient transaction. */
@Injectable()
export class MonthProgressReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** `section`: the page of the month that the arrows to its neighbours keep, such as `/forms`. */
  async of(month: Month, section = ''): Promise<MonthProgress> {
    const counts = await this.counts(month);
    const href = (path: string, at = month) => `/months/${at}${path}`;
    return {
      month,
      previousHref: href(section, addMonths(month, -1)),
      nextHref: href(section, addMonths(month, 1)),
      steps: monthSteps(currentStep(counts), {
        calendar: { figure: counts.meetings > 0 ? String(counts.meetings) : null, href: href('/calendar') },
        leave: { figure: counts.specialists > 0 ? String(counts.specialists) : null, href: href('/people') },
        ...(counts.plan && { draft: { figure: null, href: href('') } }),
        ...(counts.visits > 0 && {
          visits: { figure: `${counts.held} / ${counts.visits}`, href: href('/people') },
        }),
        ...(counts.formsDue > 0 && {
          forms: { figure: `${counts.forms} / ${counts.formsDue}`, href: href('/forms') },
        }),
        ...(counts.briefing && { conference: { figure: null, href: href('/briefing') } }),
      }),
      waiting: may(this.work.actor, 'plan.make') ? [...waitingOf(counts, href), ...(await this.orphaned(month))] : [],
    };
  }

  /** Visits of meetings to come that somebody has declined, with the reason, or will not make; the nearest first. */
  private async orphaned(month: Month): Promise<WaitingItem[]> {
    const rows = await this.work.query<{
      meetingId: MeetingId;
      name: string;
      branch: string;
      reason: string;
      hasLeft: boolean;
    }>(
      `select v.meeting_id as "meetingId", s.name, b.name as branch, left(coalesce(v.decline_reason, ''), 120) as reason,
         v.state <> 'declined' as "hasLeft"
       from month_visits v join month_meetings m on m.id = v.meeting_id join branch_profiles b on b.id = v.branch_id
       join specialist_profiles s on s.id = v.specialist_id
       where v.month = $1 and (v.state = 'declined' or (v.takes_place and not v.is_attended and not s.in_use))
         and m.state = 'scheduled' and m.starts_at > $2
       order by m.starts_at, s.name limit $3`,
      [firstDay(month), this.clock.now(), MOST_DECLINED],
    );
    return rows.map(({ meetingId, hasLeft, ...params }) => ({
      sentence: { key: hasLeft ? 'month.waiting.left' : 'month.waiting.declined', params },
      href: `/meetings/${meetingId}`,
    }));
  }

  private async counts(month: Month): Promise<Counts> {
    const [row] = await this.work.query<Counts>(
      `with visit as (
         select id, meeting_id, takes_place from month_visits where month = $1 and holds_seat),
       plan as (
         select state, people from month_plans where month = $1),
       form as (
         select f.state from visit_forms f join visit v on v.id = f.visit_id where v.takes_place and f.state <> 'returned')
       select
         (select count(*) from month_meetings where month = $1 and state = 'scheduled') as meetings,
         coalesce(
           (select people from plan where state = 'published'),
           (select count(*) from specialist_profiles where in_use)) as specialists,
         (select state from plan) as plan,
         (select count(*) from visit) as visits,
         (select count(*) from visit join month_meetings m on m.id = visit.meeting_id where m.ends_at <= $2) as held,
         exists (select 1 from tracked_jobs where kind = 'plan.solve' and subject = $3 and is_open) as solving,
         (select count(*) from visit where takes_place) as "formsDue",
         (select count(*) from form) as forms,
         (select count(*) from form where state = 'submitted') as "toReview",
         (select state from briefing_versions where month = $1 order by version desc limit 1) as briefing`,
      [firstDay(month), this.clock.now(), month],
    );
    if (!row) throw new Error('a row of counts is always there');
    return row;
  }
}

function currentStep({ meetings, plan, formsDue, forms, toReview, briefing }: Counts): MonthStepKey {
  if (briefing) return 'conference';
  if (plan === 'published') {
    if (forms === 0) return 'visits';
    return forms === formsDue && toReview === 0 ? 'conference' : 'forms';
  }
  return meetings === 0 ? 'calendar' : 'draft';
}

function waitingOf(counts: Counts, href: (path: string) => string): WaitingItem[] {
  const { meetings, plan, solving, toReview, forms, formsDue, briefing } = counts;
  const items: WaitingItem[] = [];
  if (meetings > 0 && plan === null && !solving)
    items.push({ sentence: { key: 'month.waiting.plan' }, href: href('') });
  if (plan === 'draft') items.push({ sentence: { key: 'month.waiting.publish' }, href: href('/publish') });
  if (toReview > 0) {
    items.push({ sentence: { key: 'month.waiting.review', params: { count: toReview } }, href: href('/forms') });
  }
  if (formsDue > 0 && forms === formsDue && toReview === 0 && briefing !== 'frozen') {
    items.push({ sentence: { key: 'month.waiting.briefing' }, href: href('/briefing') });
  }
  return items;
}
