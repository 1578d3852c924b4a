import { type Choice, isFeasible } from '../model/evaluate.ts';
import { deviation } from '../model/load-price.ts';
import type { MonthModel, Pair } from '../model/month-model.ts';

/**
 * A first plan at once, so that a run cut short has something to show: meetings by what they would lose, each given
 * whoever is furthest below their share. Null where that breaks a rule, such as somebody's minimum.
 */
export function greedyStart(model: MonthModel): Choice | null {
  const choice: Choice = new Uint8Array(model.pairs.length);
  const team = model.meetings.map((): Pair[] => []);
  const month = model.specialists.map((): Pair[] => []);
  const sent = new Map<string, number>();
  const departmentOf = (pair: Pair): string => model.specialists[pair.specialist]?.departmentId ?? '';
  const quota = new Map(model.problem.departments.map(({ id, maxVisits }) => [id, maxVisits ?? Infinity]));
  const send = (pair: Pair): void => {
    choice[pair.index] = 1;
    team[pair.meeting]?.push(pair);
    month[pair.specialist]?.push(pair);
    sent.set(departmentOf(pair), (sent.get(departmentOf(pair)) ?? 0) + 1);
  };
  const canGo = (pair: Pair): boolean => {
    const specialist = model.specialists[pair.specialist];
    const meeting = model.meetings[pair.meeting];
    const visits = month[pair.specialist] ?? [];
    if (specialist === undefined || meeting === undefined || pair.mustNot || choice[pair.index] === 1) return false;
    const department = departmentOf(pair);
    return (
      visits.length < specialist.maxVisits &&
      (sent.get(department) ?? 0) < (quota.get(department) ?? 0) &&
      visits.every((other) => !model.excludes(other.meeting, pair.meeting)) &&
      !(meeting.team.differentDepartments && team[pair.meeting]?.some((other) => departmentOf(other) === department))
    );
  };
  const burden = (pair: Pair): number => {
    const specialist = model.specialists[pair.specialist];
    return specialist === undefined ? 0 : deviation(specialist, month[pair.specialist]?.length ?? 0);
  };

  model.pairs.filter((pair) => pair.must).forEach(send);
  const order = model.meetings
    .map((meeting, m) => ({ meeting, m, value: model.seatValues[m]?.[0] ?? 0 }))
    .sort((a, b) => Number(b.meeting.mandatory) - Number(a.meeting.mandatory) || b.value - a.value || a.m - b.m);
  for (const { meeting, m } of order) {
    while ((team[m]?.length ?? 0) < meeting.minObservers) {
      const led = !meeting.team.lead || team[m]?.some((pair) => model.specialists[pair.specialist]?.mayLead === true);
      const [next] = (model.pairsOfMeeting[m] ?? [])
        .filter((pair) => canGo(pair) && (led === true || model.specialists[pair.specialist]?.mayLead === true))
        .sort((a, b) => burden(a) - burden(b) || a.quality - b.quality || a.specialist - b.specialist);
      if (next === undefined) break;
      send(next);
    }
  }
  return isFeasible(model, choice) ? choice : null;
}
