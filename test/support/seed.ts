/** What all chance in this run is drawn from. Whoever wants another run, or that of a drill once more, sets SEED. */
export const SEED = Number(process.env['SEED'] ?? 1);
