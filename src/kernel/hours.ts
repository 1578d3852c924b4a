/** A part of a day in local time, `HH:mm`, half-open; it ends at `24:00` at the latest. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** The halves of a working day, and its evening, in which branches meet. */
export const PARTS_OF_DAY = {
  morning: { from: '00:00', to: '12:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '18:00', to: '24:00' },
} as const satisfies Readonly<Record<string, Hours>>;

export type PartOfDay = keyof typeof PARTS_OF_DAY;

/** The part of a day with exactly these hours; null where there is none. */
export function partOf({ from, to }: Hours): PartOfDay | null {
  const parts = Object.keys(PARTS_OF_DAY) as PartOfDay[];
  return parts.find((part) => PARTS_OF_DAY[part].from === from && PARTS_OF_DAY[part].to === to) ?? null;
}
