import { Injectable } from '@nestjs/common';

/** How many things wait for whoever looks, by item of the navigation. */
export type WaitingCounts = Readonly<Record<string, number | undefined>>;

/** What the navigation shows as waiting; whoever knows registers when the service starts. */
@Injectable()
export class WaitingWork {
  private count: () => Promise<WaitingCounts> = () => Promise.resolve({});

  countBy(count: () => Promise<WaitingCounts>): void {
    this.count = count;
  }

  counts(): Promise<WaitingCounts> {
    return this.count();
  }
}
