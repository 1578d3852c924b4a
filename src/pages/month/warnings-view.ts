import type { Sentence } from '../../platform/i18n/messages.ts';
import { addDays, type Month } from '../../kernel/month.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import {
  type OverrulingDecision,
  type PlanWarning,
  type PlanWarningKind,
  planWarnings,
  type WarningPolicy,
} from '../../modules/planning/index.ts';
import { assignmentsToSend } from './current-assignments.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

/** At most this many of a kind are listed; the rest is counted. */
const MOST = 12;

/** Warnings of one kind, each as a sentence with a link, and the number of further ones. */
export interface WarningGroup {
  readonly kind: PlanWarningKind;
  /** What they have in common, with the committee's own figure. */
  readonly title: Sentence;
  readonly count: number;
  readonly items: readonly WarningItem[];
  readonly more: number;
}

interface WarningItem {
  readonly sentence: Sentence;
  readonly href: string;
  /** Who has decided it so, and why: a sentence for each decision. */
  readonly decided: readonly Sentence[];
}

/** What to look at in the month's plan, by kind. */
export function warningGroups(screen: MonthScreen): readonly WarningGroup[] {
  if (!screen.plan) return [];
  const people = new Map(screen.people.map(({ id, name }) => [id, name]));
  const meetings = new Map(screen.meetings.map(({ id, branch }) => [id, branch]));
  const names = {
    person: (id: SpecialistRef) => people.get(id) ?? '',
    branch: (id: MeetingRef) => meetings.get(id) ?? '',
  };
  const kinds = new Map<PlanWarningKind, PlanWarning[]>();
  for (const warning of planWarnings(screen.plan.problem, assignmentsToSend(screen), screen.ground.warnings)) {
    kinds.set(warning.kind, [...(kinds.get(warning.kind) ?? []), warning]);
  }
  return Array.from(kinds, ([kind, warnings]) => ({
    kind,
    title: warningTitle(kind, screen.ground.warnings),
    count: warnings.length,
    items: warnings
      .slice(0, MOST)
      .map((warning) => ({ ...warningItem(screen.month, names, warning), decided: decidedOf(screen, warning) })),
    more: Math.max(0, warnings.length - MOST),
  }));
}

/** What warnings of a kind have in common. */
export function warningTitle(kind: PlanWarningKind, { day, evening, week, km }: WarningPolicy): Sentence {
  switch (kind) {
    case 'many_in_day':
      return { key: 'warnings.kind.many_in_day', params: { least: day ?? 0 } };
    case 'many_in_evening':
      return { key: 'warnings.kind.many_in_evening', params: { least: evening ?? 0 } };
    case 'many_in_week':
      return { key: 'warnings.kind.many_in_week', params: { least: week ?? 0 } };
    case 'long_way':
      return { key: 'warnings.kind.long_way', params: { km: km ?? 0 } };
    case 'newcomer_alone':
    case 'place_unknown':
    case 'base_unknown':
      return { key: `warnings.kind.${kind}` };
  }
}

interface Names {
  readonly person: (id: SpecialistRef) => string;
  readonly branch: (meetingId: MeetingRef) => string;
}

/** One thing to look at, with the page on which it is seen. */
export function warningItem(month: Month, names: Names, warning: PlanWarning): Omit<WarningItem, 'decided'> {
  const branch = 'meetingId' in warning ? names.branch(warning.meetingId) : '';
  const name = 'specialistId' in warning ? names.person(warning.specialistId) : branch;
  const person = 'specialistId' in warning ? `/months/${month}/people#s-${warning.specialistId}` : '';
  switch (warning.kind) {
    case 'many_in_day':
    case 'many_in_evening':
    case 'many_in_week': {
      const params = { name, day: warning.day, count: warning.count };
      return {
        sentence: { key: warning.kind === 'many_in_week' ? 'warnings.week' : 'warnings.many', params },
        href: person,
      };
    }
    case 'long_way':
      return {
        sentence: { key: 'warnings.way', params: { name, branch, km: String(Math.round(warning.km)) } },
        href: `/meetings/${warning.meetingId}`,
      };
    case 'newcomer_alone':
      return { sentence: { key: 'warnings.visit', params: { name, branch } }, href: `/meetings/${warning.meetingId}` };
    case 'place_unknown':
      return {
        sentence: { key: 'warnings.ways', params: { name, count: warning.count } },
        href: `/meetings/${warning.meetingId}`,
      };
    case 'base_unknown':
      return { sentence: { key: 'warnings.ways', params: { name, count: warning.count } }, href: person };
  }
}

/** The rules by which each kind of warning could not have come about unless somebody had overruled them. */
const RULES: Readonly<Partial<Record<PlanWarningKind, readonly string[]>>> = {
  many_in_day: ['above_visit_limit', 'above_max_visits'],
  many_in_evening: ['above_visit_limit', 'above_max_visits'],
  many_in_week: ['above_visit_limit', 'above_max_visits'],
  long_way: ['too_far'],
};

/** What is looked at was wanted so: by whom, and why. */
function decidedOf({ overruling, meetings }: MonthScreen, warning: PlanWarning): Sentence[] {
  const rules = RULES[warning.kind] ?? [];
  const dayOf = new Map(meetings.map(({ id, day }) => [id, day]));
  const isAbout = ({ specialistId, meetingId }: OverrulingDecision): boolean => {
    if (!('specialistId' in warning) || warning.specialistId !== specialistId) return false;
    if ('meetingId' in warning) return warning.meetingId === meetingId;
    if (!('day' in warning)) return false;
    const day = dayOf.get(meetingId);
    const last = warning.kind === 'many_in_week' ? addDays(warning.day, 6) : warning.day;
    return day !== undefined && warning.day <= day && day <= last;
  };
  const told = new Map<string, Sentence>();
  for (const decision of overruling) {
    if (!isAbout(decision) || !decision.overrules.some((rule) => rules.includes(rule))) continue;
    const params = { by: decision.by, reason: decision.reason ?? '' };
    told.set(`${params.by}\n${params.reason}`, { key: 'warnings.decided', params });
  }
  return [...told.values()];
}
