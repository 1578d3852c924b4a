/** The seed of all random numbers in this run. Set SEED for another run, or to repeat that of a drill. */
export const SEED = Number(process.env['SEED'] ?? 1);
