/** Null: no limit, or a rule that is off. */
export type PolicyValue = number | string | boolean | null;
export type PolicyValues = Readonly<Record<string, PolicyValue>>;

/** One choice of a committee. */
export type PolicyField = WholeField | TimeField | ChoiceField | YesNoField;

interface Place {
  readonly key: string;
  /** The heading that it is listed under. */
  readonly group: string;
  /** Its path in the policy. */
  readonly path: readonly string[];
}

export interface WholeField extends Place {
  readonly kind: 'whole';
  readonly least: number;
  readonly most: number;
  readonly unit: PolicyUnit;
  /** May be left empty: no limit, or a rule that is off. */
  readonly isOptional?: boolean;
  /**
   * The value of the field divided by this is the value in the policy: 100 for a share in per cent, a sixtieth for hours
   * that are stored as minutes.
   */
  readonly scale?: number;
}

/** A time of day; in the policy minutes after midnight. */
export interface TimeField extends Place {
  readonly kind: 'time';
}

export interface ChoiceField extends Place {
  readonly kind: 'choice';
  readonly options: readonly string[];
  /** The rule may be switched off as a further choice. */
  readonly isOptional?: boolean;
  /** What each option is in the policy, where that is a list. */
  readonly stored?: Readonly<Record<string, readonly string[]>>;
}

export interface YesNoField extends Place {
  readonly kind: 'yes_no';
}

export const POLICY_UNITS = [
  'visits',
  'people',
  'meetings',
  'months',
  'days',
  'hours',
  'evenings',
  'workdays',
  'minutes',
  'seconds',
  'percent',
  'points',
  'members',
  'km',
  'kmh',
  'signs',
  'lines',
  'price',
] as const;
export type PolicyUnit = (typeof POLICY_UNITS)[number];
