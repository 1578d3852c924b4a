import type { Day, Month } from '../../kernel/month.ts';
import type { NoticeLinks } from './month.view.ts';

/** `pages/notice`: the duty notice of a published month, its files, and the copy that was signed. */
export interface NoticePage {
  readonly month: Month;
  /** `05-TB/BTCQU` */
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly files: NoticeLinks;
  /** The last one that was kept; null where there is none. */
  readonly copy: CopyLine | null;
  /** Those that it took the place of, the latest first. */
  readonly earlier: readonly CopyLine[];
  /** Null for people who may not. */
  readonly upload: {
    readonly action: string;
    /** Sent back with the file, so that nobody replaces a copy unseen. */
    readonly seen: number;
    readonly megabytes: number;
    readonly error: string | null;
  } | null;
}

export interface CopyLine {
  readonly href: string;
  readonly kind: 'pdf' | 'jpeg' | 'png';
  readonly megabytes: number;
  readonly at: Date;
  readonly by: string;
  readonly onBehalfOf: string | null;
}
