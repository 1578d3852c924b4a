import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { DeskAction } from '../../src/pages/desk/desk.view.ts';
import { violationsOn } from '../support/axe-check.ts';
import { BrowserWindows } from '../support/browser-windows.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { DeskDriver, type DeskVisit, middleOf } from '../support/desk-driver.ts';
import { DeskStub, YES } from '../support/desk-stub.ts';
import { DESK } from '../support/gallery/desk-pages.ts';
import { deskState } from '../support/gallery/desk-state.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';
import { until } from '../support/until.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

describe('the planner’s desk over a large month of the gallery', () => {
  let chromium: RunningBrowser;
  let server: GalleryServer;
  let windows: BrowserWindows;
  let page: Page;
  let desk: DeskDriver;
  let complaints: string[];
  const stub = new DeskStub({ ...deskState(), changesHref: `${DESK}/events` });

  beforeAll(async () => {
    server = await serveGallery((app) => stub.serve(app));
    chromium = await launchChromium();
    windows = new BrowserWindows(chromium.browser);
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });
  beforeEach(() => stub.reset());
  afterEach(async () => {
    await windows.giveBack();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    complaints = [];
    ({ page } = await windows.open({ viewport: WIDE, locale: 'vi-VN', ...options }));
    desk = new DeskDriver(page, () => stub.state);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal that a test asked for is told by the browser too.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${server.origin}${DESK}`);
    if (options.javaScriptEnabled !== false) await page.waitForSelector('.desk-board');
  }

  /** A visit that is in sight when the desk opens, and the same of somebody in sight who has nothing on that day. */
  function visitAndOther(): readonly [DeskVisit, DeskVisit] {
    const { people, meetings, assignments } = stub.state;
    for (const [person, meeting] of assignments) {
      const other = people.findIndex(
        (_, at) =>
          at < 12 &&
          at !== person &&
          !assignments.some(([p, m]) => p === at && meetings[m]?.day === meetings[meeting]?.day),
      );
      if (person < 12 && other >= 0 && (meetings[meeting]?.day ?? '') <= '2020-12-04') {
        const where = meetings[meeting]?.id ?? '';
        return [
          { who: people[person]?.id ?? '', where },
          { who: people[other]?.id ?? '', where },
        ];
      }
    }
    throw new Error('no such visit');
  }

  const firstOpen = () => {
    const at = stub.state.meetings.findIndex(
      ({ wanted }, meeting) => wanted === 1 && !stub.state.assignments.some(([, m]) => m === meeting),
    );
    return stub.state.meetings[at]?.id ?? '';
  };

  const lastAction = (): DeskAction | undefined => stub.edits.at(-1)?.action;
  const done = (count: number) => until(() => stub.edits.length === count);

  describe('by mouse', () => {
    it('asks where a drop came before its cost', async () => {
      await open();
      const [visit, to] = visitAndOther();
      let release = (): void => undefined;
      stub.holds = new Promise<void>((resolve) => (release = resolve));
      await desk.dragOver(desk.chip(visit), desk.cell(to), false);
      await page.mouse.up();
      const question = page.getByRole('dialog');
      await question.getByText('Đang tính').waitFor();
      expect(await question.getByRole('button', { name: 'Thực hiện' }).isDisabled()).toBe(true);
      release();
      await question.getByText('12 km xa hơn').waitFor();
      expect(stub.edits).toEqual([]);
      await question.getByRole('button', { name: 'Thực hiện' }).click();
      await done(1);
    });

    it('keeps a drag alive while a colleague changes what is under it', async () => {
      await open();
      const [visit, to] = visitAndOther();
      await page.mouse.move(...(await middleOf(desk.chip(visit))));
      await page.mouse.down();
      const below = await middleOf(desk.cell(to));
      await page.mouse.move(below[0], below[1] - 5, { steps: 3 });
      stub.change({ kind: 'pin', specialistId: visit.who, meetingId: visit.where });
      stub.change({ kind: 'assign', specialistId: to.who, meetingId: firstOpen() });
      await page.locator('.desk-news li').first().waitFor();
      await page.mouse.move(...below, { steps: 3 });
      await page.locator('.desk-bubble .desk-lines').waitFor();
      await page.mouse.up();
      await done(1);
      expect(lastAction()?.kind).toBe('replace');
    });

    it('keeps list and matrix in step', async () => {
      await open();
      const [visit] = visitAndOther();
      await desk.chip(visit).click();
      await page.locator(`.desk-list [data-meeting=${visit.where}][aria-selected=true]`).waitFor();
      await page.getByRole('button', { name: /^Đủ người/ }).click();
      await page.locator('.desk-list-box').evaluate((box: { scrollTop: number }) => (box.scrollTop = 20_000));
      // Which row stands there is settled by the click alone: rows are drawn anew while the list scrolls.
      await page.locator('.desk-list [role=option]').nth(7).click();
      const chosen = page.locator(`.desk-list [aria-selected=true]:not([data-meeting=${visit.where}])`);
      const meeting = (await chosen.getAttribute('data-meeting')) ?? '';
      await page.locator(`.desk-matrix [data-meeting=${meeting}].chip-shown`).waitFor();
    });

    it('finds without diacritics, and keeps the filter when something changes', async () => {
      await open();
      const name = stub.state.people[7]?.name ?? '';
      expect(name).toContain('Thảo Nguyên');
      await page.getByRole('searchbox').fill('thao nguyen');
      await until(async () => (await page.locator('.desk-row').count()) === 1);
      stub.change({ kind: 'unassign', specialistId: 's1', meetingId: visitAndOther()[0].where });
      stub.change({ kind: 'assign', specialistId: 's8', meetingId: firstOpen() });
      await page.locator('.desk-news li').first().waitFor();
      expect(await page.locator('.desk-row').count()).toBe(1);
      expect(await page.getByRole('searchbox').inputValue()).toBe('thao nguyen');
    });
  });

  describe('refused or asked about', () => {
    const reasonWanted = {
      can: 'with_reason',
      lines: ['Trần Quốc Dũng: +1 lượt.'],
      against: ['Vừa dự chi bộ này tháng 10/2020.'],
    } as const;

    async function ask(): Promise<DeskVisit> {
      const [visit] = visitAndOther();
      await desk.chip(visit).focus();
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
      return visit;
    }

    it('takes a refused move back and keeps what was typed', async () => {
      await open();
      stub.cost = () => reasonWanted;
      stub.refuse = () => ({ status: 422, problem: { code: 'plan.not_possible', title: 'Hai nơi cùng một giờ.' } });
      const visit = await ask();
      const question = page.getByRole('dialog');
      await question.getByRole('textbox').fill('Chi bộ đề nghị.');
      await question.getByRole('button', { name: 'Thực hiện, kèm lý do' }).click();
      await question.getByText('Hai nơi cùng một giờ.').waitFor();
      expect(await question.getByRole('textbox').inputValue()).toBe('Chi bộ đề nghị.');
      await page.keyboard.press('Escape');
      expect(await desk.chip(visit).count()).toBe(1);
    });

    it('goes on after somebody has signed in again elsewhere, and says so where nobody has', async () => {
      await open();
      stub.token = 'another-token';
      await ask();
      await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
      await done(1);
      stub.refuse = () => ({ status: 401, problem: { code: 'http.sign_in_needed', title: 'Hãy đăng nhập.' } });
      const visit = await ask();
      await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Đăng nhập lại ở thẻ mới' }).waitFor();
      expect(await desk.chip(visit).count()).toBe(1);
    });
  });

  describe('by keyboard alone', () => {
    it('reaches every person and day, and never loses the focus while the window moves', async () => {
      await open();
      await page.locator('.desk-matrix [tabindex="0"]').focus();
      await page.keyboard.press('Control+End');
      const last = stub.state.people.at(-1)?.name ?? '';
      expect(await desk.focused()).toContain(last);
      await page.locator('.desk-matrix').evaluate((box: { scrollTop: number }) => (box.scrollTop = 0));
      await page.keyboard.press('ArrowUp');
      expect(await desk.focused()).toContain(stub.state.people.at(-2)?.name);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.locator('[data-desk-panel] h2', { hasText: stub.state.people.at(-2)?.name ?? '' }).waitFor();
      await page.locator('[data-desk-panel]:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-desk-panel]').waitFor({ state: 'detached' });
    });
  });

  describe('with a colleague', () => {
    it('shows by itself what another one does, marks it, and stays where it is', async () => {
      await open();
      const [visit, to] = visitAndOther();
      const list = page.locator('.desk-list-box');
      await list.evaluate((box: { scrollTop: number }) => (box.scrollTop = 3000));
      stub.change({ kind: 'replace', meetingId: visit.where, specialistId: visit.who, bySpecialistId: to.who });
      await desk.chip(to).and(page.locator('.chip-new')).waitFor();
      expect(await page.locator('.desk-news li').count()).toBe(2);
      expect(await list.evaluate((box: { scrollTop: number }) => box.scrollTop)).toBe(3000);
      await page.getByRole('button', { name: 'Đã xem' }).click();
      expect(await page.locator('.chip-new').count()).toBe(1); // that of the legend
    });

    it('does not call one’s own changes another’s, however many are on their way', async () => {
      await open();
      let release = (): void => undefined;
      const [visit, to] = visitAndOther();
      await desk.dragOver(desk.chip(visit), desk.cell(to));
      stub.holds = new Promise<void>((resolve) => (release = resolve));
      await page.mouse.up();
      // Shown at once, before the service has answered.
      await desk.chip(to).waitFor();
      expect(stub.edits).toEqual([]);
      release();
      await done(1);
      await page.getByText('Đã lưu').waitFor();
      expect(await page.locator('.desk-news li').count()).toBe(0);
    });
  });

  it('can be read without modules, each meeting with its page', async () => {
    await open({ javaScriptEnabled: false });
    expect(await page.locator('noscript table').count()).toBe(2);
    expect(await page.locator('a[href="/meetings/m1"]').first().isVisible()).toBe(true);
  });

  it('only shows where nothing may be changed', async () => {
    stub.state = { ...stub.state, mayEdit: false, planState: 'published' };
    await open();
    await page.getByText('Kế hoạch đã công bố').waitFor();
    const [visit] = visitAndOther();
    await desk.chip(visit).click();
    expect(await page.locator('[data-desk-panel] .btn').allInnerTexts()).toEqual(['Đóng']);
    await page.keyboard.press('Delete');
    await page.keyboard.press('Space');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is in order by axe with its panel, its question, its keys and its sheets', async () => {
    await open();
    await page.locator(`.desk-list [data-meeting=${firstOpen()}]`).click();
    await page.locator('.desk-candidate').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const [visit] = visitAndOther();
    await desk.chip(visit).focus();
    await page.keyboard.press('Space');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    stub.cost = () => ({ can: 'with_reason', lines: YES.lines, against: ['Vừa dự chi bộ này.'] });
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await windows.giveBack();
    await open({ viewport: PHONE, hasTouch: true, isMobile: true });
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('.desk-meeting').first().tap();
    await page.locator('.desk-sheet[open] .desk-candidate').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is light: what it fetches, what it draws, and how soon a key is answered', async () => {
    const bytes: number[] = [];
    complaints = [];
    const document = await (await fetch(`${server.origin}${DESK}`)).text();
    // A window of its own, which has fetched nothing yet.
    const context = await chromium.browser.newContext({ viewport: WIDE, locale: 'vi-VN' });
    page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    // The service compresses its pages, the gallery does not.
    const pages = new Set<string>();
    session.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Document' && pages.add(requestId));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      bytes.push(pages.has(requestId) ? gzipSync(document).length : encodedDataLength),
    );
    await page.goto(`${server.origin}${DESK}`);
    await page.waitForSelector('.desk-board');
    const ready = await page.evaluate<number>('performance.getEntriesByName("desk-ready")[0].startTime');
    const nodes = await page.evaluate<number>('document.querySelectorAll("*").length');
    await page.locator('.desk-matrix [tabindex="0"]').focus();
    const keys = await page.evaluate<number[]>(`(async () => {
      const times = [];
      for (let i = 0; i < 60; i++) {
        const from = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: i % 2 ? 'ArrowRight' : 'ArrowDown', bubbles: true, cancelable: true }));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b);
    })()`);
    const figures = {
      kilobytes: Math.round(bytes.reduce((sum, each) => sum + each, 0) / 1000),
      nodes,
      readyMs: Math.round(ready),
      keyToFrameMedianMs: Math.round(keys[30] ?? 0),
      keyToFrameP95Ms: Math.round(keys[57] ?? 0),
    };
    await context.close();
    process.stdout.write(`desk at 60 × 400: ${JSON.stringify(figures)}\n`);
    expect(figures.nodes).toBeLessThan(2500);
    expect(figures.kilobytes).toBeLessThan(250);
  });
});
