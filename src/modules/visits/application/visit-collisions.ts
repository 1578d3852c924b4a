import { Injectable } from '@nestjs/common';
import type { MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';

/** Where somebody is to be and when. */
export interface Whereabouts {
  readonly visitId: VisitId;
  readonly meetingId: MeetingId;
  readonly specialistId: SpecialistId;
  readonly month: Month;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Set where a meeting is looked at as if it had moved: whether it would be held elsewhere than at its branch's place. */
  readonly isElsewhere?: boolean | undefined;
}

/** Pairs of visits of one person of which they can make only one. */
export type CollisionJudge = (visits: readonly Whereabouts[]) => Promise<readonly (readonly [VisitId, VisitId])[]>;

/**
 * Whether somebody can make two visits. The rule is that of the planning engine, with the committee's policy of travel, so
 * planning, which knows of visits and not the other way round, hands it in.
 */
@Injectable()
export class VisitCollisions {
  private judge: CollisionJudge = () => Promise.resolve([]);

  judgeBy(judge: CollisionJudge): void {
    this.judge = judge;
  }

  /** For each visit those that collide with it. */
  async among(visits: readonly Whereabouts[]): Promise<ReadonlyMap<VisitId, readonly VisitId[]>> {
    const found = new Map<VisitId, VisitId[]>();
    for (const [a, b] of await this.judge(visits)) {
      found.set(a, [...(found.get(a) ?? []), b]);
      found.set(b, [...(found.get(b) ?? []), a]);
    }
    return found;
  }
}
