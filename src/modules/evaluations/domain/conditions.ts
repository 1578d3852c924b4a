import { entitledMembers, minutesHeld } from './answers.ts';
import type { DraftAnswers } from './answers.ts';
import { compareRatios, ratioOf } from './points.ts';
import type { Ratio } from './points.ts';
import { requiredMinutes } from './rubric.ts';
import type { Comparison, Condition, IndicatorName, RubricPolicy } from './rubric.ts';

/** JSON pointers to the answers that a result depends on and that are missing. */
export interface Missing {
  readonly missing: readonly string[];
}

export type Measured = { readonly ratio: Ratio } | Missing;

/** True, false, or undecided while the listed answers are missing. */
export type Truth = boolean | Missing;

export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'missing' in value;
}

/** One figure of a form. A share of zero members or targets is missing, not 0. */
export function measure(indicator: IndicatorName, answers: DraftAnswers, policy: RubricPolicy): Measured {
  switch (indicator) {
    case 'attendance':
      return attendance(answers, policy);
    case 'speaking':
      return share(answers, 'speakers', 'present');
    case 'targets':
      return share(answers, 'targetsMet', 'targetsSet');
    case 'members':
      return count(answers, 'membersTotal');
    case 'absent_unexcused':
      return count(answers, 'absentUnexcused');
    case 'absent_excused':
      return count(answers, 'absentExcused');
    case 'opinions':
      return count(answers, 'opinions');
    case 'minutes':
    case 'minutes_short':
    case 'duration':
      return lasting(indicator, answers, policy);
  }
}

function attendance(answers: DraftAnswers, policy: RubricPolicy): Measured {
  const { membersTotal, exempted, onSpecialDuty, present, absentExcused } = answers;
  const subtracted = policy.attendanceFormula === 'entitled_less_excused' ? absentExcused : 0;
  if (
    membersTotal === undefined ||
    exempted === undefined ||
    onSpecialDuty === undefined ||
    present === undefined ||
    subtracted === undefined
  ) {
    const needed = ['membersTotal', 'exempted', 'onSpecialDuty', 'present'] as const;
    const excused = policy.attendanceFormula === 'entitled_less_excused' ? (['absentExcused'] as const) : [];
    return lacking(answers, [...needed, ...excused]);
  }
  const denominator = entitledMembers({ membersTotal, exempted, onSpecialDuty }) - subtracted;
  return denominator > 0 ? { ratio: { numerator: present, denominator } } : { missing: ['/membersTotal'] };
}

function lasting(
  indicator: 'minutes' | 'minutes_short' | 'duration',
  answers: DraftAnswers,
  policy: RubricPolicy,
): Measured {
  const { startedAt, endedAt, meetingKind, membersTotal } = answers;
  if (startedAt === undefined || endedAt === undefined || meetingKind === undefined) {
    return lacking(answers, ['startedAt', 'endedAt', 'meetingKind']);
  }
  const minutes = minutesHeld(startedAt, endedAt) ?? 0;
  const required = requiredMinutes(policy, meetingKind, membersTotal);
  if (indicator === 'duration') return { ratio: { numerator: minutes, denominator: required } };
  return { ratio: { numerator: indicator === 'minutes' ? minutes : Math.max(0, required - minutes), denominator: 1 } };
}

type CountName =
  | 'speakers'
  | 'present'
  | 'targetsMet'
  | 'targetsSet'
  | 'membersTotal'
  | 'absentUnexcused'
  | 'absentExcused'
  | 'opinions';

function count(answers: DraftAnswers, name: CountName): Measured {
  const value = answers[name];
  return typeof value === 'number' ? { ratio: { numerator: value, denominator: 1 } } : { missing: [`/${name}`] };
}

function share(answers: DraftAnswers, part: CountName, whole: CountName): Measured {
  const numerator = answers[part];
  const denominator = answers[whole];
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return lacking(answers, [part, whole]);
  return denominator > 0 ? { ratio: { numerator, denominator } } : { missing: [`/${whole}`] };
}

function lacking(answers: DraftAnswers, names: readonly (keyof DraftAnswers)[]): Missing {
  return {
    missing: names.filter((name) => answers[name] === undefined || answers[name] === null).map((name) => `/${name}`),
  };
}

/** Decides a condition as far as the answers allow: `any` with one true part is true, whatever else is missing. */
export function decide(condition: Condition, answers: DraftAnswers, policy: RubricPolicy): Truth {
  if ('all' in condition) return combine(condition.all, false, answers, policy);
  if ('any' in condition) return combine(condition.any, true, answers, policy);
  if ('not' in condition) {
    const inner = decide(condition.not, answers, policy);
    return isMissing(inner) ? inner : !inner;
  }
  if ('policy' in condition) return policy[condition.policy] === condition.is;
  if ('field' in condition) {
    const value = answers[condition.field];
    return value === undefined || value === null ? { missing: [`/${condition.field}`] } : condition.in.includes(value);
  }
  if ('answer' in condition) return decideExtra(condition, answers);
  const measured = measure(condition.indicator, answers, policy);
  const bound = ratioOf(condition.value);
  if (!bound) throw new Error(`not a bound: ${condition.value}`);
  return isMissing(measured) ? measured : holds(compareRatios(measured.ratio, bound), condition.is);
}

function decideExtra(condition: Extract<Condition, { readonly answer: string }>, { extra = {} }: DraftAnswers): Truth {
  const { answer } = condition;
  const value = Object.hasOwn(extra, answer) ? extra[answer] : undefined;
  if ('in' in condition) {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
    return value === undefined
      ? { missing: [`/extra/${answer}`] }
      : chosen.some((each) => condition.in.some((option) => option === each));
  }
  // Hundredths, because a number has two decimals at most.
  const hundredths = (number: number) => Math.round(number * 100);
  return typeof value === 'number'
    ? holds(Math.sign(hundredths(value) - hundredths(condition.value)), condition.is)
    : { missing: [`/extra/${answer}`] };
}

function combine(parts: readonly Condition[], deciding: boolean, answers: DraftAnswers, policy: RubricPolicy): Truth {
  const missing: string[] = [];
  for (const part of parts) {
    const truth = decide(part, answers, policy);
    if (isMissing(truth)) missing.push(...truth.missing);
    else if (truth === deciding) return deciding;
  }
  return missing.length > 0 ? { missing: [...new Set(missing)] } : !deciding;
}

function holds(sign: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '>=':
      return sign >= 0;
    case '>':
      return sign > 0;
    case '<=':
      return sign <= 0;
    case '<':
      return sign < 0;
    case '=':
      return sign === 0;
  }
}

/** Every figure and field that a condition uses; own questions are named like their answers, `extra/<id>`. */
export function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  if ('policy' in condition) return [];
  if ('answer' in condition) return [`extra/${condition.answer}`];
  return ['field' in condition ? condition.field : condition.indicator];
}
