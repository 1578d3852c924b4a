import type { Highs } from 'highs';
import type { MonthModel } from '../model/month-model.ts';
import { rootBox } from '../relaxation/box.ts';
import { CliquePool } from '../relaxation/clique-pool.ts';
import { layoutOf } from '../relaxation/layout.ts';
import { EMPTY_START } from '../relaxation/relaxation-start.ts';
import { Relaxation } from '../relaxation/relaxation.ts';
import { branchAndCut } from './branch-and-cut.ts';
import { chosenPairs } from '../model/evaluate.ts';
import { greedyStart } from './greedy-start.ts';
import type { Deadline } from './stop.ts';

/** Whether some plan keeps every hard rule; null where the time was too short to decide. */
export function hasPlan(highs: Highs, model: MonthModel, deadline: Deadline): boolean | null {
  if (greedyStart(model) !== null) return true;
  const layout = layoutOf(model);
  const relaxation = new Relaxation(highs, model, layout, new CliquePool(model), rootBox(model, layout), EMPTY_START);
  try {
    const relaxed = relaxation.solve(deadline);
    if (relaxed.end !== 'optimal') return relaxed.end === 'infeasible' ? false : null;
    if (relaxed.point.isWhole) return true;
    const pairs = Array.from({ length: model.pairs.count }, (_, pair) => pair);
    const { end, choice } = branchAndCut(highs, {
      relaxation,
      pairs,
      start: null,
      nodeLimit: null,
      deadline,
      onBound: () => undefined,
      repair: (found) => greedyStart(model, chosenPairs(found)),
      costOf: () => 0,
    });
    return choice !== null ? true : end === 'infeasible' ? false : null;
  } finally {
    relaxation.dispose();
  }
}
