import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.ts';
import { Directory } from '../infra/repositories/directory.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'committee.zone_changed': { readonly from: string; readonly to: string };
  }
}

/** Meetings keep their hour when the committee's time zone changes, so that whoever knows their instant is told. */
@Injectable()
export class AnnounceZone {
  constructor(
    private readonly directory: Directory,
    private readonly events: Events,
  ) {}

  /** Takes part in the caller's transaction, in which `change` may change the zone. */
  async around(change: () => Promise<void>): Promise<void> {
    const from = await this.directory.zone();
    await change();
    const to = await this.directory.zone();
    if (to !== from) await this.events.publish('committee.zone_changed', { from, to });
  }
}
