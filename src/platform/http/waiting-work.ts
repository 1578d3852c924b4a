import { Injectable } from '@nestjs/common';

/** The number of things that wait for a person, by navigation item. */
export type WaitingCounts = Readonly<Record<string, number | undefined>>;

/** Supplies the counts that the navigation shows; the product registers a source at start. */
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
