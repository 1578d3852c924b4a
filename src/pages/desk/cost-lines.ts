import type { Fault } from '../../kernel/domain-error.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { type Catalogue, say, type Sentence } from '../../platform/i18n/messages.ts';
import type { ChangeCost, HandCandidate } from '../../solver/index.ts';
import type { DeskNames } from './desk-names.ts';

/** Metres by which a way must differ before it is spoken of. */
const LEAST_WAY = 500;

/**
 * What a change costs, in words: a line for each person, then meetings that win or lose somebody, and the whole month.
 * `isNamed`: who goes where by it stands above the lines already.
 */
export function costLines(
  { people, meetings, tiers }: ChangeCost,
  names: DeskNames,
  shareOf: (specialistId: SpecialistRef) => number,
  catalogue: Catalogue,
  { isNamed = false }: { readonly isNamed?: boolean } = {},
): string[] {
  const sentences = people.flatMap((one): Sentence[] => {
    const parts = partsOf(one, names, shareOf(one.specialistId) / 100, isNamed).map((part) => say(catalogue, part));
    const params = { name: names.person(one.specialistId), what: parts.join(', ') };
    return parts.length === 0 ? [] : [{ key: 'desk_cost.person', params }];
  });
  for (const { meetingId, observersBefore: before, observersAfter: after } of meetings) {
    const branch = names.branch(meetingId);
    if (before === 0) sentences.push({ key: 'desk_cost.covered', params: { branch } });
    else if (after === 0) sentences.push({ key: 'desk_cost.uncovered', params: { branch } });
    else if (after < before) sentences.push({ key: 'desk_cost.fewer', params: { branch, left: after } });
  }
  const differenceOf = (tier: ChangeCost['tiers'][number]['tier']): number => {
    const found = tiers.find((one) => one.tier === tier);
    return found ? found.after - found.before : 0;
  };
  const [unfair, fit] = [differenceOf('fairness'), differenceOf('quality')];
  if (unfair !== 0) sentences.push({ key: 'desk_cost.fairness', params: { difference: unfair } });
  // What more or fewer visits cost altogether is not a better or a worse fit.
  const isSameNumber = people.reduce((sum, one) => sum + one.visitsAfter - one.visitsBefore, 0) === 0;
  if (fit !== 0 && isSameNumber) sentences.push({ key: 'desk_cost.fit', params: { difference: fit } });
  return sentences.map((sentence) => say(catalogue, sentence));
}

/** What changes for one person: who and where, how many visits, how far. */
function partsOf(one: ChangeCost['people'][number], names: DeskNames, share: number, isNamed: boolean): Sentence[] {
  const parts: Sentence[] = [];
  if (!isNamed) {
    const at = (id: MeetingRef) => ({ branch: names.branch(id), at: names.at(id) });
    for (const id of one.added) parts.push({ key: 'desk_cost.goes', params: at(id) });
    for (const id of one.dropped) parts.push({ key: 'desk_cost.leaves', params: at(id) });
  }
  if (one.visitsBefore !== one.visitsAfter) {
    parts.push({ key: 'desk_cost.load', params: { before: one.visitsBefore, after: one.visitsAfter, share } });
  }
  const way = one.metresAfter - one.metresBefore;
  if (Math.abs(way) >= LEAST_WAY) parts.push({ key: 'desk_cost.way', params: { difference: way / 1000 } });
  return parts;
}

/** What sending somebody costs, as short as a line of a list: the load and the way, then how fair it is. */
export function candidateLines(
  { specialistId, visits, metres, tiers }: HandCandidate,
  shareOf: (specialistId: SpecialistRef) => number,
  catalogue: Catalogue,
): { readonly about: string[]; readonly lines: string[] } {
  const unfair = tiers.find(({ tier }) => tier === 'fairness')?.difference ?? 0;
  const share = shareOf(specialistId) / 100;
  const sentences: Sentence[] = [
    { key: 'desk_candidate.load', params: { before: visits, after: visits + 1, share } },
    metres === null
      ? { key: 'desk_candidate.way_unknown' }
      : { key: 'desk_candidate.way', params: { kilometres: metres / 1000 } },
  ];
  const about = sentences.map((sentence) => say(catalogue, sentence));
  const fairness: Sentence = { key: 'desk_cost.fairness', params: { difference: unfair } };
  return { about, lines: unfair === 0 ? about : [...about, say(catalogue, fairness)] };
}

/** The rules that a change breaks, each said once. */
export function againstLines(faults: readonly Fault[], names: DeskNames, catalogue: Catalogue): string[] {
  return [...new Set(faults.flatMap((fault) => againstSentences(fault, names)).map((one) => say(catalogue, one)))];
}

function againstSentences({ code, params = {} }: Fault, names: DeskNames): Sentence[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  const name = names.person(text(params['specialistId']));
  const branch = names.branch(text(params['meetingId']));
  const limit = count(params['limit']);
  switch (code.replace(/^verify\./, '')) {
    case 'ineligible':
      return reasonsOf(params['reasons']).map((reason): Sentence => ({
        key: `desk_against.${reason}`,
        params: { name },
      }));
    case 'cannot_attend_both': {
      const branches = listOf(params['meetingIds'])
        .map((id) => `${names.branch(id)} (${names.at(id)})`)
        .join(', ');
      return [{ key: 'desk_against.elsewhere', params: { name, branches } }];
    }
    case 'above_visit_limit':
      return [{ key: 'desk_against.above_visit_limit', params: { name, visits: count(params['visits']), limit } }];
    case 'too_little_rest':
      return [{ key: 'desk_against.too_little_rest', params: { name } }];
    case 'below_min_visits':
      return [{ key: 'desk_against.below_min_visits', params: { name, visits: count(params['visits']), limit } }];
    case 'above_max_visits':
      return [{ key: 'desk_against.above_max_visits', params: { name, visits: count(params['visits']), limit } }];
    case 'below_department_min':
    case 'above_department_max':
      return [{ key: 'desk_against.department_limit', params: {} }];
    case 'too_many_observers':
      return [{ key: 'desk_against.too_many_observers', params: { branch, limit } }];
    case 'same_department':
      return [{ key: 'desk_against.same_department', params: { branch } }];
    case 'without_lead':
      return [{ key: 'desk_against.without_lead', params: { branch } }];
    case 'kept_apart':
      return [{ key: 'desk_against.kept_apart', params: { branch } }];
    case 'mandatory_unmet':
      return [{ key: 'desk_against.mandatory_unmet', params: { branch } }];
    default:
      return [{ key: 'desk_against.other', params: {} }];
  }
}

const REASONS = [
  'leave',
  'conflict_of_interest',
  'over',
  'rotation_gap',
  'department_rule',
  'too_far',
  'not_listed',
] as const;

function reasonsOf(value: unknown): (typeof REASONS)[number][] {
  const given = listOf(value);
  return REASONS.filter((reason) => given.includes(reason));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
