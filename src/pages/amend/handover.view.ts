import type { Day, Month } from '../../kernel/month.ts';
import type { PlanRef, VisitRef } from '../../kernel/id.ts';
import type { NoticeNumber } from '../month/publish.view.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/handover`: the coming visits and open forms of somebody who leaves, and who could take each. */
export interface HandoverPage {
  readonly name: string;
  readonly backHref: string;
  readonly action: string;
  readonly formsAction: string;
  /** One for each published month with visits ahead. */
  readonly months: readonly HandoverMonth[];
  /** Forms of meetings that are over. */
  readonly forms: readonly {
    readonly visitId: VisitRef;
    readonly revision: number;
    readonly branch: string;
    readonly day: Day;
    readonly field: string;
    readonly people: readonly Option[];
  }[];
  /** Why the last attempt was refused. */
  readonly error: string | null;
}

export interface HandoverMonth {
  readonly month: Month;
  readonly planId: PlanRef;
  readonly revision: number;
  readonly reason: string;
  /** What is wrong with it. */
  readonly reasonError: string | null;
  readonly noticeNumber: NoticeNumber;
  readonly visits: readonly {
    readonly field: string;
    readonly branch: string;
    readonly day: Day;
    readonly from: string;
    /** By `hourField`. */
    readonly hour: string;
    readonly href: string;
    readonly people: readonly Option[];
  }[];
}
