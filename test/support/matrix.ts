/**
 * Whether specs that cross many cases with each other try all pairs, as in the drills. In the gate each case is tried
 * with one of the others in turn.
 */
export const IS_WHOLE = process.env['MATRICES'] === 'whole';

/** Whether a case, by its index, is tried with the one at `turn` of `turns` others. */
export function isItsTurn(index: number, turn: number, turns: number): boolean {
  return IS_WHOLE || index % turns === turn;
}
