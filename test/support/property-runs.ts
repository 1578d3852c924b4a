/** How much more of chance a drill tries than the gate. */
const TIMES = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** How many cases a property draws whose cases are dear: so many in the gate, more in the drills. */
export function propertyRuns(inTheGate: number): { readonly numRuns: number } {
  return { numRuns: inTheGate * TIMES };
}
