/** How many times more random cases a drill tries than the gate. */
const TIMES = Number(process.env['PROPERTY_RUNS'] ?? 1);

/** The number of cases of a property with expensive cases: this many in the gate, more in the drills. */
export function propertyRuns(inTheGate: number): { readonly numRuns: number } {
  return { numRuns: inTheGate * TIMES };
}
