import type { CommitteeLabel } from '../../modules/identity/index.ts';

/** `pages/policy-labels`: the names of the committee. */
export interface LabelsPage {
  readonly fields: readonly {
    readonly key: CommitteeLabel;
    readonly value: string;
    readonly most: number;
    readonly isRequired: boolean;
    readonly error: string | null;
    readonly warning: string | null;
  }[];
  /** Null for people who may only read. */
  readonly form: { readonly action: string; readonly seen: number; readonly error: string | null } | null;
  readonly trail: readonly {
    readonly at: Date;
    readonly by: string | null;
    readonly changes: readonly { readonly key: CommitteeLabel; readonly before: string; readonly after: string }[];
  }[];
}
