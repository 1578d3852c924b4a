import type { Month } from '../../kernel/month.ts';
import type { PolicyPartKey } from '../../modules/policies/index.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/policy`: one part of what a committee decides. */
export interface PolicyPage {
  readonly part: PolicyPartKey;
  /** The month whose values are shown. */
  readonly of: Month;
  readonly firstOpen: Month;
  /** Null for people who may only read. */
  readonly form: {
    readonly action: string;
    readonly seen: number;
    readonly months: readonly Option[];
    readonly monthError: string | null;
    /** Why nothing was saved. */
    readonly error: string | null;
    /** Takes the same form and shows what it would do; null where it is not offered. */
    readonly tryAction: string | null;
  } | null;
  readonly groups: readonly {
    readonly title: string;
    readonly fields: readonly PolicyFieldView[];
    /** How many the committee has decided otherwise than what is built in. */
    readonly ownCount: number;
    /** The first one, and whatever has something to look at; the others are folded. */
    readonly isOpen: boolean;
  }[];
  readonly decisions: readonly {
    readonly from: Month;
    readonly href: string;
    readonly changes: readonly ChangeLine[];
    /** Null where work was already done by it, and for people who may only read. */
    readonly takeBack: { readonly action: string; readonly seen: number } | null;
    readonly isKept: boolean;
  }[];
  readonly trail: readonly {
    readonly at: Date;
    /** Null: the service itself. */
    readonly by: string | null;
    readonly from: Month;
    readonly isTakenBack: boolean;
    readonly changes: readonly ChangeLine[];
  }[];
}

export interface PolicyFieldView {
  readonly key: string;
  readonly kind: 'whole' | 'time' | 'choice';
  readonly label: string;
  /** What it does, what may be typed, and the built-in value. */
  readonly help: string;
  readonly value: string;
  /** The value in words, for people who may only read. */
  readonly words: string;
  readonly isOwn: boolean;
  readonly options: readonly Option[];
  readonly error: string | null;
  /** The value in effect by now, where somebody else has changed it since. */
  readonly warning: string | null;
}

export interface ChangeLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}
