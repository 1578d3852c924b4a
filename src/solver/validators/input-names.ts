/** Files that commands read beside a problem and a plan; each has a definition in inputs.schema.json. */
export const INPUTS = ['knownPlan', 'events', 'variants', 'history'] as const;
export type Input = (typeof INPUTS)[number];
