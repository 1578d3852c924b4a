import type { Fault } from '../../../kernel/domain-error.ts';
import { monthOf } from '../../../kernel/written-day.ts';
import { entitledMembers, isPastMidnight, minutesHeld } from './answers.ts';
import type { DraftAnswers } from './answers.ts';
import type { VisitContext } from './form-model.ts';
import { personalDataIn } from './personal-data.ts';
import { requiredMinutes } from './rubric.ts';
import type { Rubric } from './rubric.ts';

/** Fills in answers that follow from others: those excused are the absent without the unexcused. */
export function completeAnswers(
  read: Omit<DraftAnswers, 'absentExcused'> & { absentExcused?: number | null },
): DraftAnswers {
  const { absentExcused: given, ...rest } = read;
  if (typeof given === 'number') return { ...rest, absentExcused: given };
  const absent = absentMembers(rest);
  const excused = absent === null || rest.absentUnexcused === undefined ? -1 : absent - rest.absentUnexcused;
  return excused >= 0 ? { ...rest, absentExcused: excused } : rest;
}

/** Null while counts are missing or contradict each other. */
function absentMembers(answers: DraftAnswers): number | null {
  const { membersTotal, exempted, onSpecialDuty, present } = answers;
  if (membersTotal === undefined || exempted === undefined || onSpecialDuty === undefined || present === undefined) {
    return null;
  }
  const absent = entitledMembers({ membersTotal, exempted, onSpecialDuty }) - present;
  return absent < 0 ? null : absent;
}

type Rule = (answers: DraftAnswers, context: VisitContext) => Fault | readonly Fault[] | null;

/** Rules between answers. A rule reports nothing while one of its answers is missing. */
export function ruleFaults(answers: DraftAnswers, context: VisitContext): Fault[] {
  return RULES.flatMap((rule) => rule(answers, context) ?? []);
}

const RULES: readonly Rule[] = [
  ({ date }, { month, today }) => {
    if (date === undefined) return null;
    if (monthOf(date) !== month) return { pointer: '/date', code: 'answer.outside_month', params: { month } };
    return date > today ? { pointer: '/date', code: 'answer.in_future', params: { today } } : null;
  },
  ({ date, startedAt, endedAt }, { today, now }) => {
    if (date !== today || endedAt === undefined || now === undefined) return null;
    if (endedAt <= now && !isPastMidnight(startedAt, endedAt)) return null;
    return { pointer: '/endedAt', code: 'answer.not_over', params: { now } };
  },
  ({ startedAt, endedAt }) => {
    if (startedAt === undefined || endedAt === undefined || minutesHeld(startedAt, endedAt) !== null) return null;
    return { pointer: '/endedAt', code: 'answer.ends_before_start', params: { startedAt } };
  },
  ({ membersTotal, membersOfficial, membersProbationary }) => {
    if (membersTotal === undefined) return null;
    const [official, probationary] = [membersOfficial ?? null, membersProbationary ?? null];
    const sum = (official ?? 0) + (probationary ?? 0);
    const bothGiven = official !== null && probationary !== null;
    if (bothGiven ? sum === membersTotal : sum <= membersTotal) return null;
    const pointer = probationary !== null ? '/membersProbationary' : '/membersOfficial';
    return { pointer, code: 'answer.members_differ', params: { membersTotal, sum } };
  },
  ({ membersTotal, exempted, onSpecialDuty }) => {
    if (membersTotal === undefined || exempted === undefined) return null;
    if (exempted >= membersTotal)
      return { pointer: '/exempted', code: 'answer.more_than_members', params: { membersTotal } };
    if (onSpecialDuty === undefined || exempted + onSpecialDuty < membersTotal) return null;
    return { pointer: '/onSpecialDuty', code: 'answer.more_than_members', params: { membersTotal } };
  },
  ({ membersTotal, exempted, onSpecialDuty, present }) => {
    if (membersTotal === undefined || exempted === undefined || onSpecialDuty === undefined || present === undefined) {
      return null;
    }
    const entitled = entitledMembers({ membersTotal, exempted, onSpecialDuty });
    if (entitled < 1 || present <= entitled) return null;
    return { pointer: '/present', code: 'answer.more_than_entitled', params: { entitled } };
  },
  (answers) => {
    const absent = absentMembers(answers);
    const { absentExcused, absentUnexcused } = answers;
    if (absent === null || absentUnexcused === undefined) return null;
    if (absentUnexcused > absent)
      return { pointer: '/absentUnexcused', code: 'answer.more_than_absent', params: { absent } };
    if (absentExcused === undefined || absentExcused + absentUnexcused === absent) return null;
    return {
      pointer: '/absentExcused',
      code: 'answer.absent_differ',
      params: { absent, excused: absent - absentUnexcused },
    };
  },
  ({ present, speakers }) => {
    if (present === undefined || speakers === undefined || speakers <= present) return null;
    return { pointer: '/speakers', code: 'answer.more_than_present', params: { present } };
  },
  ({ targetsSet, targetsMet }) => {
    if (typeof targetsSet !== 'number' || typeof targetsMet !== 'number' || targetsMet <= targetsSet) return null;
    return { pointer: '/targetsMet', code: 'answer.more_than_set', params: { targetsSet } };
  },
  ({ directives }, context) => {
    const seen = (directives ?? []).map((each) => each.directiveId);
    const strange = seen.filter(
      (id, index) => !context.directives.some((each) => each.id === id) || seen.indexOf(id) !== index,
    );
    if (strange.length > 0) return { pointer: '/directives', code: 'answer.unknown_directive' };
    return context.directives
      .filter((each) => !seen.includes(each.id))
      .map((each) => ({
        pointer: '/directives',
        code: 'answer.directive_open',
        params: { directiveId: each.id, text: each.text },
      }));
  },
];

/**
 * Allowed answers that deserve a second look before the form is sent. A warning appears once the answers that it
 * concerns are there; that nothing was observed is said only once the form is `complete`.
 */
export function warningsOf(
  answers: DraftAnswers,
  rubric: Rubric,
  context: { readonly planned?: Pick<NonNullable<VisitContext['planned']>, 'day' | 'kind'> | undefined },
  complete = true,
): Fault[] {
  const warnings: Fault[] = [];
  const warn = (pointer: string, code: string, params: Record<string, unknown> = {}) =>
    warnings.push({ pointer, code, params });

  const { planned } = context;
  const { date, meetingKind, speakers } = answers;
  const minutes = lengthOf(answers);
  if (minutes !== null && minutes > 0) {
    const { membersTotal } = answers;
    const required =
      meetingKind === undefined || membersTotal === undefined
        ? 0
        : requiredMinutes(rubric.policy, meetingKind, membersTotal);
    if (minutes < required) warn('/endedAt', 'warning.short', { minutes, required });
    if (minutes > 300) warn('/endedAt', 'warning.long', { minutes });
  }
  if (planned && date !== undefined && planned.day !== date)
    warn('/date', 'warning.other_day', { planned: planned.day });
  if (planned && meetingKind !== undefined && planned.kind !== meetingKind)
    warn('/meetingKind', 'warning.other_kind', { planned: planned.kind });
  if (speakers === 0) warn('/speakers', 'warning.nobody_spoke');
  if (typeof answers.opinions === 'number' && speakers !== undefined && answers.opinions < speakers) {
    warn('/opinions', 'warning.fewer_opinions', { speakers });
  }
  if (complete && isEmptyList(answers.strengths) && isEmptyList(answers.shortcomings))
    warn('/strengths', 'warning.nothing_observed');
  answers.reflections?.forEach((each, index) => {
    if (each.answered === 'later' && each.authority === null)
      warn(`/reflections/${index}/authority`, 'warning.no_authority');
  });
  for (const [pointer, text] of textsOf(answers)) {
    const found = personalDataIn(text);
    if (found === 'phone') warn(pointer, 'warning.phone');
    if (found === 'person') warn(pointer, 'warning.person');
  }
  const own = Object.values(answers.selfScores ?? {});
  const sum = own.reduce((total, points) => total + Math.round(points * 100), 0);
  if (typeof answers.selfTotal === 'number' && own.length > 0 && sum !== Math.round(answers.selfTotal * 100)) {
    warn('/selfTotal', 'warning.self_total', { sum: sum / 100 });
  }
  return warnings;
}

function lengthOf({ startedAt, endedAt }: DraftAnswers): number | null {
  return startedAt === undefined || endedAt === undefined ? null : minutesHeld(startedAt, endedAt);
}

function isEmptyList(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

/** The answers that a briefing quotes in the writer's own words. */
function textsOf(answers: DraftAnswers): (readonly [string, string])[] {
  const lists = ['strengths', 'goodPractices', 'shortcomings', 'reflections'] as const;
  return [
    ...lists.flatMap((list) => (answers[list] ?? []).map(({ text }, i) => [`/${list}/${i}/text`, text] as const)),
    ...(answers.recommendations ? [['/recommendations', answers.recommendations] as const] : []),
  ];
}
