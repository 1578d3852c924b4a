import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { DeskState } from '../../src/pages/desk/desk.view.ts';

/** A visit of somebody: who goes where. */
export interface DeskVisit {
  readonly who: string;
  readonly where: string;
}

/** A desk in a browser, and what somebody at it does with a mouse or a finger. */
export class DeskDriver {
  constructor(
    readonly page: Page,
    private readonly state: () => DeskState,
  ) {}

  chip({ who, where }: DeskVisit): Locator {
    return this.page.locator(`.desk-matrix [data-person="${who}"][data-meeting="${where}"]`);
  }

  /** Somebody’s cell of the day of a meeting. */
  cell({ who, where }: DeskVisit): Locator {
    const { days, meetings } = this.state();
    const day = days.findIndex((each) => each.day === meetings.find(({ id }) => id === where)?.day);
    return this.page.locator(`[data-person="${who}"] [data-day="${day}"]`);
  }

  row(where: string): Locator {
    return this.page.locator(`.desk-list [data-meeting="${where}"]`);
  }

  /** Takes hold, moves in steps, and waits until the cost is shown. */
  async dragOver(from: Locator, to: Locator, waits = true): Promise<void> {
    await this.page.mouse.move(...(await middleOf(from)));
    await this.page.mouse.down();
    await this.page.mouse.move(...(await middleOf(to)), { steps: 8 });
    if (waits) await this.costShown();
  }

  /** The same with a finger, which stays there. @returns what lets go */
  async dragByFinger(context: BrowserContext, from: Locator, to: Locator): Promise<() => Promise<unknown>> {
    const session = await context.newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
    const [[fromX, fromY], [toX, toY]] = [await middleOf(from), await middleOf(to)];
    await touch('touchStart', [fromX, fromY]);
    for (let i = 1; i <= 6; i++)
      await touch('touchMove', [fromX + ((toX - fromX) * i) / 6, fromY + ((toY - fromY) * i) / 6]);
    await this.costShown();
    return () => touch('touchEnd');
  }

  async costShown(): Promise<void> {
    await this.page.locator('.desk-bubble .desk-lines').first().waitFor();
  }

  /** What a screen reader reads of the element with the focus. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? ''`);
  }
}

export async function middleOf(element: Locator): Promise<readonly [number, number]> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not drawn');
  return [box.x + box.width / 2, box.y + box.height / 2];
}
