import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { DeskAction, DeskState } from '../../src/pages/desk/desk.view.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { DeskStub, YES } from '../support/desk-stub.ts';
import { DESK } from '../support/gallery/desk-pages.ts';
import { deskState } from '../support/gallery/desk-state.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';
import { until } from '../support/until.ts';

const WIDE = { width: 1440, height: 900 };
const TABLET = { width: 900, height: 1100 };
const PHONE = { width: 390, height: 844 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('the planner’s desk', () => {
  let chromium: RunningBrowser;
  let server: GalleryServer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  const stub = new DeskStub({ ...deskState(), changesHref: `${DESK}/events` });

  beforeAll(async () => {
    server = await serveGallery((app) => stub.serve(app));
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });
  beforeEach(() => stub.reset());
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    complaints = [];
    context = await chromium.browser.newContext({ viewport: WIDE, locale: 'vi-VN', ...options });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal that a test asked for is told by the browser too.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${server.origin}${DESK}`);
    if (options.javaScriptEnabled !== false) await page.waitForSelector('.desk-board');
  }

  /** A visit that is in sight when the desk opens, and somebody in sight who has nothing on that day. */
  function visitAndOther(state: DeskState = stub.state) {
    const { people, meetings, assignments } = state;
    for (const [person, meeting] of assignments) {
      const other = people.findIndex(
        (_, at) =>
          at < 12 &&
          at !== person &&
          !assignments.some(([p, m]) => p === at && meetings[m]?.day === meetings[meeting]?.day),
      );
      if (person < 12 && other >= 0 && (meetings[meeting]?.day ?? '') <= '2020-12-04') {
        return { who: people[person]?.id ?? '', where: meetings[meeting]?.id ?? '', other: people[other]?.id ?? '' };
      }
    }
    throw new Error('no such visit');
  }

  /** Two visits in sight, of two people. */
  function twoVisits() {
    const { people, meetings, assignments } = stub.state;
    const [a, b] = [0, 1].map((n) =>
      assignments.filter(([p, m]) => p < 10 && p % 2 === n && (meetings[m]?.day ?? '') <= '2020-12-04').at(0),
    );
    if (!a || !b) throw new Error('no such visits');
    return [a, b].map(([p, m]) => ({ who: people[p]?.id ?? '', where: meetings[m]?.id ?? '' })) as [
      { who: string; where: string },
      { who: string; where: string },
    ];
  }

  const chip = (who: string, where: string) => page.locator(`.desk-matrix [data-person=${who}][data-meeting=${where}]`);
  const cellAt = (who: string, where: string) => {
    const day = stub.state.days.findIndex(({ day }) => day === stub.state.meetings.find(({ id }) => id === where)?.day);
    return page.locator(`[data-person=${who}] [data-day="${day}"]`);
  };
  const firstOpen = () => {
    const at = stub.state.meetings.findIndex(
      ({ wanted }, meeting) => wanted === 1 && !stub.state.assignments.some(([, m]) => m === meeting),
    );
    return stub.state.meetings[at]?.id ?? '';
  };

  async function middleOf(element: Locator): Promise<readonly [number, number]> {
    const box = await element.boundingBox();
    if (!box) throw new Error('not drawn');
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Takes hold, moves in steps, and waits until the cost is shown. */
  async function dragOver(from: Locator, to: Locator, waits = true): Promise<void> {
    await page.mouse.move(...(await middleOf(from)));
    await page.mouse.down();
    await page.mouse.move(...(await middleOf(to)), { steps: 8 });
    if (waits) await page.locator('.desk-bubble .desk-lines').first().waitFor();
  }

  const lastAction = (): DeskAction | undefined => stub.edits.at(-1)?.action;
  const done = (count: number) => until(() => stub.edits.length === count);

  describe('by mouse', () => {
    it('gives a visit to somebody else, after its cost was shown, and takes it back after a reload too', async () => {
      await open();
      const { who, where, other } = visitAndOther();
      await dragOver(chip(who, where), cellAt(other, where));
      expect(await page.locator('.desk-bubble').innerText()).toContain('12 km xa hơn');
      expect(stub.edits).toEqual([]);
      await page.mouse.up();
      await chip(other, where).waitFor();
      await done(1);
      expect(stub.edits[0]).toEqual({
        planId: 'p1',
        seen: 7,
        action: { kind: 'replace', meetingId: where, specialistId: who, bySpecialistId: other },
      });
      await chip(who, where).waitFor({ state: 'detached' });

      await page.reload();
      await page.getByRole('button', { name: /^Hoàn tác: thay đổi thứ 1/ }).click();
      await chip(who, where).waitFor();
      await page.getByRole('button', { name: /^Làm lại/ }).click();
      await chip(other, where).waitFor();
    });

    it('swaps two visits', async () => {
      await open();
      const [a, b] = twoVisits();
      await dragOver(chip(a.who, a.where), chip(b.who, b.where));
      await page.mouse.up();
      await chip(a.who, b.where).waitFor();
      await chip(b.who, a.where).waitFor();
      await done(1);
      expect(lastAction()?.kind).toBe('swap');
    });

    it('takes a visit away by the place for it, and gives a meeting of the list to somebody', async () => {
      await open();
      const { who, where, other } = visitAndOther();
      const from = await middleOf(chip(who, where));
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(from[0] + 10, from[1] + 10, { steps: 2 });
      await page.mouse.move(...(await middleOf(page.locator('.desk-nobody'))), { steps: 4 });
      await page.locator('.desk-bubble .desk-lines').waitFor();
      await page.mouse.up();
      await done(1);
      expect(lastAction()).toEqual({ kind: 'unassign', specialistId: who, meetingId: where });
      // The meeting that nobody goes to now stands on top.
      const row = page.locator(`.desk-list [data-meeting=${where}]`);
      await row.waitFor();
      await dragOver(row, cellAt(other, where));
      await page.mouse.up();
      await done(2);
      expect(lastAction()).toEqual({ kind: 'assign', specialistId: other, meetingId: where });
    });

    it('asks where a drop came before its cost', async () => {
      await open();
      const { who, where, other } = visitAndOther();
      let release = (): void => undefined;
      stub.holds = new Promise<void>((resolve) => (release = resolve));
      await dragOver(chip(who, where), cellAt(other, where), false);
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
      const { who, where, other } = visitAndOther();
      await page.mouse.move(...(await middleOf(chip(who, where))));
      await page.mouse.down();
      const to = await middleOf(cellAt(other, where));
      await page.mouse.move(to[0], to[1] - 5, { steps: 3 });
      stub.change({ kind: 'pin', specialistId: who, meetingId: where });
      stub.change({ kind: 'assign', specialistId: other, meetingId: firstOpen() });
      await page.locator('.desk-news li').first().waitFor();
      await page.mouse.move(...to, { steps: 3 });
      await page.locator('.desk-bubble .desk-lines').waitFor();
      await page.mouse.up();
      await done(1);
      expect(lastAction()?.kind).toBe('replace');
    });

    it('keeps list and matrix in step', async () => {
      await open();
      const { where, who } = visitAndOther();
      await chip(who, where).click();
      await page.locator(`.desk-list [data-meeting=${where}][aria-selected=true]`).waitFor();
      await page.getByRole('button', { name: /^Đủ người/ }).click();
      await page.locator('.desk-list-box').evaluate((box: { scrollTop: number }) => (box.scrollTop = 20_000));
      // Which row stands there is settled by the click alone: rows are drawn anew while the list scrolls.
      await page.locator('.desk-list [role=option]').nth(7).click();
      const chosen = page.locator(`.desk-list [aria-selected=true]:not([data-meeting=${where}])`);
      const meeting = (await chosen.getAttribute('data-meeting')) ?? '';
      await page.locator(`.desk-matrix [data-meeting=${meeting}].chip-shown`).waitFor();
    });

    it('finds without diacritics, and keeps the filter when something changes', async () => {
      await open();
      const name = stub.state.people[7]?.name ?? '';
      expect(name).toContain('Thảo Nguyên');
      await page.getByRole('searchbox').fill('thao nguyen');
      await until(async () => (await page.locator('.desk-row').count()) === 1);
      stub.change({ kind: 'unassign', specialistId: 's1', meetingId: visitAndOther().where });
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

    async function ask(): Promise<{ readonly who: string; readonly where: string }> {
      const { who, where } = visitAndOther();
      await chip(who, where).focus();
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
      return { who, where };
    }

    it('wants a reason where a rule may be overruled, and sends it', async () => {
      await open();
      stub.cost = () => reasonWanted;
      await ask();
      const question = page.getByRole('dialog');
      const yes = question.getByRole('button', { name: 'Thực hiện, kèm lý do' });
      await question.getByText('tháng 10/2020').waitFor();
      expect(await yes.isDisabled()).toBe(true);
      await question.getByRole('textbox').fill('  Chi bộ đề nghị. ');
      await yes.click();
      await done(1);
      expect(stub.edits[0]?.reason).toBe('Chi bộ đề nghị.');
    });

    it('says why where it cannot be done, and offers nothing', async () => {
      await open();
      stub.cost = () => ({ can: 'no', lines: [], against: ['Đã báo bận ngày 03/12.'] });
      await ask();
      const question = page.getByRole('dialog');
      await question.getByText('Đã báo bận ngày 03/12.').waitFor();
      expect(await question.getByRole('button').allInnerTexts()).toEqual(['Thôi']);
    });

    it('takes a refused move back and keeps what was typed', async () => {
      await open();
      stub.cost = () => reasonWanted;
      stub.refuse = () => ({ status: 422, problem: { code: 'plan.not_possible', title: 'Hai nơi cùng một giờ.' } });
      const { who, where } = await ask();
      const question = page.getByRole('dialog');
      await question.getByRole('textbox').fill('Chi bộ đề nghị.');
      await question.getByRole('button', { name: 'Thực hiện, kèm lý do' }).click();
      await question.getByText('Hai nơi cùng một giờ.').waitFor();
      expect(await question.getByRole('textbox').inputValue()).toBe('Chi bộ đề nghị.');
      await page.keyboard.press('Escape');
      expect(await chip(who, where).count()).toBe(1);
    });

    it('says what a colleague did meanwhile, and offers both', async () => {
      await open();
      const { where, who } = visitAndOther();
      const theirs = { ...stub.state, revision: 8, assignments: stub.state.assignments.slice(0, -1) };
      stub.refuse = ({ seen }) =>
        seen >= 8
          ? null
          : {
              status: 409,
              problem: {
                code: 'plan.edited_meanwhile',
                title: 'Người khác vừa đổi.',
                params: { by: 'Đỗ Thu Hà', what: 'Đã ghim lượt dự này.', state: theirs },
              },
            };
      await ask();
      const question = page.getByRole('dialog');
      await question.getByRole('button', { name: 'Thực hiện' }).click();
      await question.getByText('Đã ghim lượt dự này.').waitFor();
      await question.getByRole('button', { name: 'Giữ như Đỗ Thu Hà đã đổi' }).waitFor();
      await question.getByRole('button', { name: 'Vẫn thực hiện' }).click();
      await done(1);
      expect(stub.edits[0]).toEqual({
        planId: 'p1',
        seen: 8,
        action: { kind: 'unassign', specialistId: who, meetingId: where },
      });
    });

    it('goes on after somebody has signed in again elsewhere, and says so where nobody has', async () => {
      await open();
      stub.token = 'another-token';
      await ask();
      await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
      await done(1);
      stub.refuse = () => ({ status: 401, problem: { code: 'http.sign_in_needed', title: 'Hãy đăng nhập.' } });
      const { who, where } = await ask();
      await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Đăng nhập lại ở thẻ mới' }).waitFor();
      expect(await chip(who, where).count()).toBe(1);
    });
  });

  describe('by keyboard alone', () => {
    const focused = () => page.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? ''`);

    it('lifts, carries and drops, takes back, pins and takes off', async () => {
      await open();
      const { who, where } = visitAndOther();
      await page.locator('.desk-matrix [tabindex="0"]').focus();
      await page.keyboard.press('Control+Home');
      const down = stub.state.people.findIndex(({ id }) => id === who);
      for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown');
      const day = stub.state.days.findIndex(
        (each) => each.day === stub.state.meetings.find(({ id }) => id === where)?.day,
      );
      for (let i = 0; i <= day; i++) await page.keyboard.press('ArrowRight');
      const branch = stub.state.meetings.find(({ id }) => id === where)?.branch ?? '';
      expect(await focused()).toContain(branch);

      await page.keyboard.press('Space');
      await page.getByText('Đang cầm').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Đang cầm').waitFor({ state: 'detached' });

      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      // What it costs is told to those who hear it too.
      await page.locator('.desk-status [aria-live]', { hasText: '12 km xa hơn' }).waitFor();
      await page.keyboard.press('Space');
      await done(1);
      const other = stub.state.people[down + 1]?.id ?? '';
      await chip(other, where).waitFor();

      await page.keyboard.press('Control+z');
      await chip(who, where).waitFor();
      await page.keyboard.press('Control+y');
      await chip(other, where).waitFor();
      expect(await focused()).toContain(branch);

      for (const [key, kind] of [
        ['p', 'pin'],
        ['p', 'release'],
        ['Delete', 'unassign'],
      ] as const) {
        const count = stub.edits.length;
        await page.keyboard.press(key);
        await until(() => page.evaluate<boolean>(`document.activeElement.textContent === 'Thực hiện'`));
        await page.keyboard.press('Enter');
        await done(count + 1);
        expect(lastAction()?.kind).toBe(kind);
        await until(async () => (await focused()) !== '');
      }
      await chip(other, where).waitFor({ state: 'detached' });
    });

    it('reaches every person and day, and never loses the focus while the window moves', async () => {
      await open();
      await page.locator('.desk-matrix [tabindex="0"]').focus();
      await page.keyboard.press('Control+End');
      const last = stub.state.people.at(-1)?.name ?? '';
      expect(await focused()).toContain(last);
      await page.locator('.desk-matrix').evaluate((box: { scrollTop: number }) => (box.scrollTop = 0));
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toContain(stub.state.people.at(-2)?.name);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.locator('[data-desk-panel] h2', { hasText: stub.state.people.at(-2)?.name ?? '' }).waitFor();
      await page.locator('[data-desk-panel]:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-desk-panel]').waitFor({ state: 'detached' });
    });

    it('gives a meeting of the list to the best of those who could go', async () => {
      await open();
      await page.locator('.desk-list-box [tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const panel = page.locator('[data-desk-panel]');
      // What it costs stands beside the button.
      await panel
        .locator('.desk-candidate', { hasText: '12 km xa hơn' })
        .first()
        .getByRole('button', { name: /^Cử / })
        .focus();
      await page.keyboard.press('Enter');
      await done(1);
      expect(lastAction()?.kind).toBe('assign');
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('Phím tắt').first().waitFor();
    });
  });

  describe('by finger', () => {
    it('drags without a long press on a tablet, and a touch alone only chooses', async () => {
      await open({ viewport: TABLET, hasTouch: true });
      const { who, where, other } = visitAndOther();
      await chip(who, where).scrollIntoViewIfNeeded();
      const session = await context.newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
      const [from, to] = [await middleOf(chip(who, where)), await middleOf(cellAt(other, where))];
      await touch('touchStart', from);
      for (let i = 1; i <= 6; i++)
        await touch('touchMove', [from[0] + ((to[0] - from[0]) * i) / 6, from[1] + ((to[1] - from[1]) * i) / 6]);
      await page.locator('.desk-bubble .desk-lines').waitFor();
      await touch('touchEnd');
      await done(1);
      expect(lastAction()?.kind).toBe('replace');
      await chip(other, where).tap();
      await page.locator('.desk-sheet[open]').waitFor();
    });

    it('does everything on a phone, by sheets', async () => {
      await open({ viewport: PHONE, hasTouch: true, isMobile: true });
      const open1 = firstOpen();
      await page.locator(`.desk-list [data-meeting=${open1}]`).tap();
      const sheet = page.locator('.desk-sheet');
      await sheet.locator('.desk-candidate').first().getByRole('button', { name: /^Cử / }).tap();
      const question = page.locator('.desk-question');
      await done(1);
      expect(lastAction()).toMatchObject({ kind: 'assign', meetingId: open1 });
      const who = stub.edits[0]?.action.specialistId;
      // To another meeting.
      await sheet.getByRole('button', { name: 'Chuyển' }).tap();
      const target = firstOpen();
      await page.getByRole('button', { name: /^Thiếu người/ }).tap();
      await page.locator(`.desk-list [data-meeting=${target}]`).tap();
      await question.getByRole('button', { name: 'Thực hiện' }).tap();
      await done(2);
      expect(lastAction()).toEqual({ kind: 'move', specialistId: who, meetingId: open1, toMeetingId: target });
      // To another person.
      await page.getByRole('button', { name: /^Tất cả/ }).tap();
      await page.getByRole('searchbox').fill(stub.state.meetings.find(({ id }) => id === target)?.branch ?? '');
      await page.locator(`.desk-list [data-meeting=${target}]`).tap();
      await sheet.getByRole('button', { name: 'Chuyển' }).tap();
      // While the sheet is still there, nothing behind it can be written.
      await page.locator('.desk-sheet[open]').waitFor({ state: 'detached' });
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Chuyên viên' }).tap();
      await page.locator('.desk-person').nth(3).tap();
      await question.getByRole('button', { name: 'Thực hiện' }).tap();
      await done(3);
      expect(lastAction()?.kind).toBe('replace');
      const tooWide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(tooWide).toBe(0);
    });
  });

  describe('with a colleague', () => {
    it('shows by itself what another one does, marks it, and stays where it is', async () => {
      await open();
      const { who, where, other } = visitAndOther();
      const list = page.locator('.desk-list-box');
      await list.evaluate((box: { scrollTop: number }) => (box.scrollTop = 3000));
      stub.change({ kind: 'replace', meetingId: where, specialistId: who, bySpecialistId: other });
      await page.locator(`.desk-matrix [data-person=${other}][data-meeting=${where}].chip-new`).waitFor();
      expect(await page.locator('.desk-news li').count()).toBe(2);
      expect(await list.evaluate((box: { scrollTop: number }) => box.scrollTop)).toBe(3000);
      await page.getByRole('button', { name: 'Đã xem' }).click();
      expect(await page.locator('.chip-new').count()).toBe(1); // that of the legend
    });

    it('does not call one’s own changes another’s, however many are on their way', async () => {
      await open();
      let release = (): void => undefined;
      const { who, where, other } = visitAndOther();
      await dragOver(chip(who, where), cellAt(other, where));
      stub.holds = new Promise<void>((resolve) => (release = resolve));
      await page.mouse.up();
      // Shown at once, before the service has answered.
      await chip(other, where).waitFor();
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
    const { who, where } = visitAndOther();
    await chip(who, where).click();
    expect(await page.locator('[data-desk-panel] .btn').allInnerTexts()).toEqual(['Đóng']);
    await page.keyboard.press('Delete');
    await page.keyboard.press('Space');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is in order by axe with its panel, its question, its keys and its sheets', async () => {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const violations = async () => {
      const session = await context.newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: source });
      const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
      return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`);
    };
    await open();
    await page.locator(`.desk-list [data-meeting=${firstOpen()}]`).click();
    await page.locator('.desk-candidate').first().waitFor();
    expect(await violations()).toEqual([]);
    const { who, where } = visitAndOther();
    await chip(who, where).focus();
    await page.keyboard.press('Space');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    stub.cost = () => ({ can: 'with_reason', lines: YES.lines, against: ['Vừa dự chi bộ này.'] });
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    expect(await violations()).toEqual([]);
    await context.close();
    await open({ viewport: PHONE, hasTouch: true, isMobile: true });
    expect(await violations()).toEqual([]);
    await page.locator('.desk-meeting').first().tap();
    await page.locator('.desk-sheet[open] .desk-candidate').first().waitFor();
    expect(await violations()).toEqual([]);
  });

  it('is light: what it fetches, what it draws, and how soon a key is answered', async () => {
    const bytes: number[] = [];
    complaints = [];
    const document = await (await fetch(`${server.origin}${DESK}`)).text();
    context = await chromium.browser.newContext({ viewport: WIDE, locale: 'vi-VN' });
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
    process.stdout.write(`desk at 60 × 400: ${JSON.stringify(figures)}\n`);
    expect(figures.nodes).toBeLessThan(2500);
    expect(figures.kilobytes).toBeLessThan(250);
  });
});
