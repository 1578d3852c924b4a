import { type Choice, isFeasible } from '../model/evaluate.ts';
import { deviation } from '../model/load-price.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';

/**
 * A first plan at once, so that a run that is cut short has a result. Mandatory meetings are filled first, then the
 * others by what their empty seats would cost, each by the person furthest below their share. Null where the result breaks a
 * rule, such as somebody's minimum.
 * @param wishes pairs to begin with, the most wanted first; those that contradict the rules or each other are skipped.
 */
export function greedyStart(model: MonthModel, wishes: Iterable<number> = []): Choice | null {
  const { pairs, specialists, meetings, departmentOf, exclusions, limits, company } = model;
  const choice: Choice = new Uint8Array(pairs.count);
  const team = meetings.map((): number[] => []);
  const month = specialists.map((): number[] => []);
  const sent = new Int32Array(model.problem.departments.length);
  const at = (pair: number): readonly [s: number, m: number] => [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
  const send = (pair: number): void => {
    const [s, m] = at(pair);
    const d = departmentOf[s] ?? 0;
    choice[pair] = 1;
    team[m]?.push(s);
    month[s]?.push(m);
    sent[d] = (sent[d] ?? 0) + 1;
  };
  const canGo = (pair: number): boolean => {
    if (pairs.mustNot[pair] === 1 || choice[pair] === 1) return false;
    const [s, m] = at(pair);
    if ((team[m]?.length ?? 0) >= (meetings[m]?.maxObservers ?? 0)) return false;
    const d = departmentOf[s] ?? 0;
    const visits = month[s] ?? [];
    return (
      visits.length < (specialists[s]?.maxVisits ?? 0) &&
      (sent[d] ?? 0) < (model.problem.departments[d]?.maxVisits ?? Infinity) &&
      visits.every((other) => !exclusions.has(other, m)) &&
      limits.fullSet(s, m, visits) === null &&
      !company.apartFrom[s]?.some((group) => team[m]?.some((other) => company.apartFrom[other]?.includes(group))) &&
      !(meetings[m]?.team.differentDepartments === true && team[m]?.some((other) => departmentOf[other] === d) === true)
    );
  };
  const mayLead = (pair: number): boolean => specialists[at(pair)[0]]?.mayLead === true;
  const burden = (pair: number): number => {
    const [s] = at(pair);
    const specialist = specialists[s];
    return specialist === undefined ? 0 : deviation(specialist, month[s]?.length ?? 0);
  };
  const isBefore = (a: number, b: number): boolean => {
    const difference = burden(a) - burden(b) || (pairs.quality[a] ?? 0) - (pairs.quality[b] ?? 0);
    return difference < 0 || (difference === 0 && a < b);
  };
  const needsLead = (m: number): boolean =>
    meetings[m]?.team.lead === true && team[m]?.some((s) => specialists[s]?.mayLead === true) !== true;
  for (let pair = 0; pair < pairs.count; pair += 1) if (pairs.must[pair] === 1) send(pair);
  const followers: number[] = [];
  for (const pair of wishes) {
    if (needsLead(at(pair)[1]) && !mayLead(pair)) followers.push(pair);
    else if (canGo(pair)) send(pair);
  }
  for (const pair of followers) if (!needsLead(at(pair)[1]) && canGo(pair)) send(pair);
  const order = meetings
    .map((meeting, m) => ({ meeting, m, value: model.seatValues[m]?.[0] ?? 0 }))
    .sort((a, b) => Number(b.meeting.mandatory) - Number(a.meeting.mandatory) || b.value - a.value || a.m - b.m);
  for (const { meeting, m } of order) {
    while ((team[m]?.length ?? 0) < meeting.minObservers) {
      const led = !needsLead(m);
      let next = -1;
      for (const pair of pairsOfMeeting(pairs, m)) {
        if (canGo(pair) && (led || mayLead(pair)) && (next < 0 || isBefore(pair, next))) next = pair;
      }
      if (next < 0) break;
      send(next);
    }
  }
  return isFeasible(model, choice) ? choice : null;
}
