import type { Option } from '../../platform/views/page-context.ts';

/** How the meeting of a form is rated officially, and where the reader decides it. */
export interface RatingView {
  /** The decision that counts; null where the points rate the meeting. */
  readonly official: {
    readonly text: string;
    /** What the points say, where that is something else. */
    readonly points: string | null;
    readonly by: string;
    readonly onBehalfOf: string | null;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
  /** By the points of the other accepted forms of the meeting. */
  readonly others: readonly string[];
  /** Decisions that count no longer, latest first; without a text it was taken back. */
  readonly earlier: readonly {
    readonly text: string | null;
    readonly by: string;
    readonly onBehalfOf: string | null;
    readonly at: Date;
    readonly reason: string | null;
  }[];
  /** Null where the reader may not decide. */
  readonly deciding: {
    readonly action: string;
    /** Takes the decision that counts back; null where none counts. */
    readonly takeBackAction: string | null;
    /** The number of the last decision that the page shows. */
    readonly seen: number;
    readonly options: readonly Option[];
    readonly reason: string;
    readonly error: string | null;
  } | null;
  /** The reader could decide, but attended the meeting. */
  readonly isOwn: boolean;
}
