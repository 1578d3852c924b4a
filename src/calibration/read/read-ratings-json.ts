import type { FormRating } from '../form-rating.ts';
import { FaultList } from './rating-fault.ts';
import { monthOf, type ReadRatings } from './read-ratings-table.ts';

/**
 * Reads `{ "forms": [{ "observer", "branch", "month", "meeting", "branchType", "points", "scores": { … } }] }`, or the
 * list alone. Observer and branch are needed, and points or scores; other members are ignored.
 */
export function readRatingsJson(json: unknown): ReadRatings {
  const faults = new FaultList();
  const isList = Array.isArray(json);
  const list: unknown = isList ? json : isRecord(json) ? json['forms'] : null;
  if (!Array.isArray(list) || list.length === 0) faults.add(isList ? '' : '/forms', { code: 'no_forms' });
  const at = isList ? '' : '/forms';
  const forms = (Array.isArray(list) ? (list as unknown[]) : []).flatMap((one, i) => formOf(one, `${at}/${i}`, faults));
  if (
    faults.count === 0 &&
    forms.every(({ points, scores }) => points === undefined && Object.keys(scores).length === 0)
  ) {
    faults.add(at, { code: 'no_scores' });
  }
  return faults.count > 0
    ? { forms: [], faults: faults.faults, faultCount: faults.count }
    : { forms, faults: [], faultCount: 0 };
}

function formOf(json: unknown, place: string, faults: FaultList): FormRating[] {
  if (!isRecord(json)) {
    faults.add(place, { code: 'not_a_form' });
    return [];
  }
  const text = (name: string): string => {
    const value = json[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    faults.add(`${place}/${name}`, { code: 'not_a_text' });
    return '';
  };
  const number = (value: unknown, where: string): number | null => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    faults.add(where, { code: 'not_a_number', value: JSON.stringify(value) });
    return null;
  };
  const [observer, branch] = [text('observer'), text('branch')];
  for (const [name, value] of [
    ['observer', observer],
    ['branch', branch],
  ] as const) {
    if (value === '') faults.add(`${place}/${name}`, { code: 'empty', column: name });
  }
  const month = text('month') === '' ? null : monthOf(text('month'));
  if (text('month') !== '' && month === null)
    faults.add(`${place}/month`, { code: 'not_a_month', value: text('month') });
  const points = number(json['points'], `${place}/points`);
  const given = json['scores'] ?? {};
  if (!isRecord(given)) faults.add(`${place}/scores`, { code: 'not_a_form' });
  const scores = Object.entries(isRecord(given) ? given : {}).flatMap(([id, value]) => {
    const score = number(value, `${place}/scores/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return score === null ? [] : [[id, score] as const];
  });
  const [meeting, branchType] = [text('meeting'), text('branchType')];
  return [
    {
      observer,
      branch,
      ...(month !== null && { month }),
      ...(meeting !== '' && { meeting }),
      ...(branchType !== '' && { branchType }),
      ...(points !== null && { points }),
      scores: Object.fromEntries(scores),
    },
  ];
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
