import type { Locale } from '../../kernel/actor.ts';
import type { SpecialistId } from '../../kernel/id.ts';
import { monthOf } from '../../kernel/month.ts';
import { formatNumber, formatPercent } from '../../kernel/format.ts';
import {
  type BranchBrief,
  type Colleague,
  type Deadlines,
  type EarlierVisit,
  isOpen,
  MONTHS_BACK,
  takesPlace,
  type VisitLine,
} from '../../modules/visits/index.ts';
import type { SwapLine } from '../../modules/swaps/index.ts';
import { type RefusedDecline, visitCard } from './visit-card.ts';
import type { PastVisit, VisitPage } from './visit.view.ts';

export interface VisitFacts {
  readonly line: VisitLine;
  readonly brief: BranchBrief;
  readonly now: Date;
  readonly deadlines: Deadlines;
  readonly specialistId: SpecialistId;
  readonly calledOff: ReadonlySet<string>;
  readonly colleagues: readonly Colleague[];
  /** The open one of which the visit is part. */
  readonly swap: SwapLine | null;
  readonly locale: Locale;
  readonly refused?: RefusedDecline;
}

export function buildVisitPage(facts: VisitFacts): VisitPage {
  const { line, brief, colleagues, swap, locale, refused } = facts;
  const [last, ...earlier] = brief.earlier;
  const isOwn = line.specialistId === facts.specialistId;
  const isAhead = isOpen(line.state) && line.startsAt > facts.now;
  return {
    visit: visitCard(line, facts, refused ?? null),
    standIns: colleagues.map(({ id, name, department }) => ({
      value: id,
      label: `${name} (${department})`,
      selected: line.standIn?.id === id,
    })),
    swapHref: isOwn && isAhead && !swap ? `/my/visits/${line.id}/swap` : null,
    swap: isOwn && swap ? { href: `/my/swaps/${swap.id}`, taker: swap.taker } : null,
    calendarHref: takesPlace(line.state) ? `/my/visits/${line.id}/visit.ics` : null,
    blankFormHref: takesPlace(line.state) ? `/my/visits/${line.id}/blank-form` : null,
    contact: brief.secretary === null ? null : { name: brief.secretary, phone: null },
    lastVisit: last ? pastVisit(last, locale) : null,
    earlier: earlier.map((visit) => pastVisit(visit, locale)),
    findings: brief.findings,
    weakFields: brief.weakFields.map(({ name, times }) => ({
      field: name,
      ground:
        times > 0
          ? { key: 'brief.ground.times', params: { times, months: MONTHS_BACK } }
          : { key: 'brief.ground.register' },
    })),
    theme: null,
    figures: figuresOf(brief, last, locale),
  };
}

function pastVisit({ heldOn, specialist, department, score, rating }: EarlierVisit, locale: Locale): PastVisit {
  return {
    month: monthOf(heldOn),
    by: `${specialist} (${department})`,
    rating: rating?.[locale] ?? null,
    total: score === null ? null : formatNumber(locale, score / 100),
  };
}

function figuresOf({ members }: BranchBrief, last: EarlierVisit | undefined, locale: Locale): VisitPage['figures'] {
  const figures = [{ label: { key: 'brief.members' } as const, value: formatNumber(locale, members) }];
  const { attendancePresent: present, attendanceOf: of } = last ?? {};
  if (typeof present !== 'number' || typeof of !== 'number' || of === 0) return figures;
  const attendance = `${formatPercent(locale, present / of)} (${present}/${of})`;
  return [...figures, { label: { key: 'brief.attendance' }, value: attendance }];
}
