import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { addMonths, type Day, dayIn, firstDay, type Month } from '../../kernel/month.ts';
import { isWaitedFor } from '../../modules/availability/index.ts';
import { PlanGroundReadModel, PlanReviewsReadModel } from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from '../waiting/waiting-item.ts';
import { WaitingReadModel } from '../waiting/waiting-read-model.ts';
import { type MonthProgress, type MonthStep, type MonthStepKey, monthSteps } from './month-progress.ts';
import { type MonthCounts, stepsDone } from './steps-done.ts';
import { visitsAddUp } from './visits-add-up.ts';

/** More would hide the page; every item is also on a page of its own. */
const MOST_WAITING = 8;

type Counts = Omit<MonthCounts, 'wantsApproval' | 'approvedBy' | 'isOutdated' | 'round'> & {
  readonly asked: number | null;
  readonly replied: number | null;
  /** The last day on which replies are waited for. */
  readonly until: Day | null;
  readonly zone: string;
};

/** Reads the progress of a month, for the head of each of its pages; takes part in the ambient transaction. */
@Injectable()
export class MonthProgressReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly grounds: PlanGroundReadModel,
    private readonly reviews: PlanReviewsReadModel,
    private readonly waiting: WaitingReadModel,
    private readonly clock: Clock,
  ) {}

  /** `section`: the page to which the links to neighbouring months lead, such as `/forms`. */
  async of(month: Month, section = ''): Promise<MonthProgress> {
    const waiting = ordered(await this.waiting.list(), month);
    const counts = await this.counts(month, waiting);
    const href = (path: string, at = month) => `/months/${at}${path}`;
    return {
      month,
      previousHref: href(section, addMonths(month, -1)),
      nextHref: href(section, addMonths(month, 1)),
      steps: monthSteps(stepsDone(counts), detailsOf(counts, href)),
      addUp: visitsAddUp(counts),
      waiting: waiting.slice(0, MOST_WAITING).map((item) => ({
        sentence: item.sentence,
        href: item.href,
        month: item.month === month ? null : item.month,
      })),
      moreWaiting: Math.max(0, waiting.length - MOST_WAITING),
    };
  }

  private async counts(month: Month, waiting: readonly WaitingItem[]): Promise<MonthCounts> {
    const [row] = await this.work.query<Counts>(
      `with form as (
         select f.state from visit_forms f join month_visits v on v.id = f.visit_id
         where v.month = $1 and v.takes_place and f.state <> 'returned'),
       asking as (select until, asked, replied from month_availability where month = $1),
       visit as (select assigned, declined, kept, made, missed, expected from month_visit_counts where month = $1)
       select
         (select count(*) from month_meetings where month = $1 and state = 'scheduled')::integer as meetings,
         (select count(distinct a.specialist_id) from specialist_absences a join specialist_profiles s on s.id = a.specialist_id
           where s.in_use and a.starts_on < $1::date + interval '1 month' and a.ends_before > $1::date)::integer as away,
         (select asked from asking) as asked,
         (select replied from asking) as replied,
         (select until from asking) as until,
         committee_zone() as zone,
         (select state from month_plans where month = $1) as plan,
         coalesce((select assigned from visit), 0) as assigned,
         coalesce((select declined from visit), 0) as declined,
         coalesce((select kept from visit), 0) as kept,
         coalesce((select made from visit), 0) as made,
         coalesce((select missed from visit), 0) as missed,
         coalesce((select expected from visit), 0) as expected,
         (select count(*) from form)::integer as received,
         (select count(*) from form where state = 'accepted')::integer as accepted,
         (select state from briefing_versions where month = $1 order by version desc limit 1) as briefing`,
      [firstDay(month)],
    );
    if (!row) throw new Error('a row of counts is always there');
    const isOpen = row.plan !== null && row.plan !== 'published';
    const isOutdated = isOpen && (knownOutdated(waiting, month) ?? (await this.grounds.isOutdated(month)));
    const wantsApproval = await this.grounds.wantsApproval(month);
    const isApproved = row.plan === 'approved' || (row.plan === 'published' && wantsApproval);
    const approvedBy = isApproved ? await this.reviews.approverOf(month) : null;
    return { ...row, round: roundOf(row, this.clock.now()), isOutdated, wantsApproval, approvedBy };
  }
}

function roundOf({ asked, replied, until, zone }: Counts, now: Date): MonthCounts['round'] {
  if (until === null) return null;
  return { asked: asked ?? 0, replied: replied ?? 0, isOver: !isWaitedFor({ until }, dayIn(zone, now)) };
}

/** Items that are listed only where the plan is not outdated. */
const CURRENT = ['waiting.publish', 'waiting.submit', 'waiting.approved'] as const;

/**
 * Whether the waiting items already say that the draft is outdated, which they do where the reader plans and the month
 * is not over; null otherwise.
 */
function knownOutdated(waiting: readonly WaitingItem[], month: Month): boolean | null {
  const keys = waiting.filter((item) => item.month === month).map(({ sentence }) => sentence.key);
  if (keys.includes('waiting.outdated') || keys.includes('waiting.outdated_in_review')) return true;
  return CURRENT.some((key) => keys.includes(key)) ? false : null;
}

function detailsOf(
  counts: MonthCounts,
  href: (path: string) => string,
): Partial<Record<MonthStepKey, Pick<MonthStep, 'figure' | 'href'>>> {
  const { meetings, away, round, plan, approvedBy, kept, made, expected, received, briefing } = counts;
  return {
    calendar: { figure: meetings > 0 ? String(meetings) : null, href: href('/calendar') },
    // What is waited for; otherwise how many are away.
    leave: {
      figure: round && !round.isOver ? `${round.replied} / ${round.asked}` : away > 0 ? String(away) : null,
      href: href('/people'),
    },
    ...(plan && {
      draft: { figure: null, href: href('') },
      submitted: { figure: approvedBy, href: href('/plan/review') },
    }),
    ...(kept > 0 && { visits: { figure: `${made} / ${kept}`, href: href('/people') } }),
    ...(expected > 0 && { forms: { figure: `${received} / ${expected}`, href: href('/forms') } }),
    ...(briefing && { conference: { figure: null, href: href('/briefing') } }),
  };
}

/** Items of the shown month first, otherwise in their order. */
function ordered(items: readonly WaitingItem[], month: Month): WaitingItem[] {
  return [...items.filter((item) => item.month === month), ...items.filter((item) => item.month !== month)];
}
