import { type Choice, countsOf, pointsOfChoice } from '../model/evaluate.ts';
import { deviationAt } from '../model/load-price.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairKey } from '../model/pair-key.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Assignment, Load } from '../plan.ts';

/** Sorted by the time of the meeting, then by person. */
export function assignmentsOf(model: MonthModel, choice: Choice): Assignment[] {
  const { pairs } = model;
  const published = model.problem.published && new Set(model.problem.published.assignments.map(pairKey));
  return model.meetings
    .map((meeting, m) => ({ meeting, m }))
    .sort((a, b) => a.meeting.start - b.meeting.start || a.m - b.m)
    .flatMap(({ meeting, m }) =>
      [...pairsOfMeeting(pairs, m)]
        .filter((pair) => choice[pair] === 1)
        .map((pair) => {
          const specialistId = model.specialists[pairs.specialist[pair] ?? 0]?.id ?? '';
          return {
            specialistId,
            meetingId: meeting.id,
            costs: model.costsOf(pair),
            cost: pairs.quality[pair] ?? 0,
            pinned: pairs.must[pair] === 1,
            published: published && published.has(pairKey({ specialistId, meetingId: meeting.id })),
          };
        }),
    );
}

export function loadsOf(model: MonthModel, choice: Choice): Load[] {
  const { visits } = countsOf(model, choice);
  const points = pointsOfChoice(model, choice);
  return model.specialists.map((specialist, s) => ({
    specialistId: specialist.id,
    visits: visits[s] ?? 0,
    ...(model.points !== null && { points: points[s] ?? 0 }),
    minVisits: specialist.minVisits,
    maxVisits: specialist.maxVisits,
    target: specialist.target,
    balance: specialist.balance,
    deviation: deviationAt(specialist, points[s] ?? 0),
    price: deviationAt(specialist, points[s] ?? 0) ** 2,
  }));
}
