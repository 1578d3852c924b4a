import type { Day, Month } from '../../../kernel/month.ts';
import type { DatedPolicy } from '../domain/dated-policies.ts';
import type { PolicyField } from '../domain/policy-field.ts';

/** The parts of a policy; each is decided as a whole and used by one module. */
export const POLICY_PARTS = ['planning', 'duty', 'scoring', 'rating', 'briefing'] as const;
export type PolicyPartKey = (typeof POLICY_PARTS)[number];

/** The decisions of one module, which stores and applies them. All methods take part in the ambient transaction. */
export interface PolicyPart {
  readonly key: PolicyPartKey;
  readonly fields: readonly PolicyField[];
  /** The built-in policy. */
  readonly standard: object;
  /** Sorted by day. */
  list(): Promise<readonly DatedPolicy[]>;
  /** Stores the content from a day on; replaces a decision from the same day. */
  put(policy: DatedPolicy): Promise<void>;
  /** Removes the decision of that day, so that the one before it applies again. */
  remove(startsOn: Day): Promise<void>;
  /** Throws for a policy whose values contradict each other. @throws DomainError of the part's module */
  mustAgree?(policy: object): void;
  /** The last month that keeps its policy, because its work is done; null where there is none. */
  lastKept(): Promise<Month | null>;
}
