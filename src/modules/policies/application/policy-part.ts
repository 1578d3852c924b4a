import type { Day, Month } from '../../../kernel/month.ts';
import type { DatedPolicy } from '../domain/dated-policies.ts';
import type { PolicyField } from '../domain/policy-field.ts';

/** What is decided together and read by one module. */
export const POLICY_PARTS = ['planning', 'duty', 'scoring', 'briefing'] as const;
export type PolicyPartKey = (typeof POLICY_PARTS)[number];

/** The decisions of one module, which keeps them and acts by them. Joins the ambient transaction. */
export interface PolicyPart {
  readonly key: PolicyPartKey;
  readonly fields: readonly PolicyField[];
  /** The built-in policy. */
  readonly standard: object;
  /** In the order of their days. */
  list(): Promise<readonly DatedPolicy[]>;
  /** Stores the content from a day on, in place of another one from the same day on. */
  put(policy: DatedPolicy): Promise<void>;
  /** What counted before counts again from this day on. */
  remove(startsOn: Day): Promise<void>;
  /** Refuses a policy whose values contradict each other. @throws DomainError of the part's module */
  mustAgree?(policy: object): void;
  /** The last month whose work is done by its policy already, so that it keeps it; null where there is none. */
  lastKept(): Promise<Month | null>;
}
