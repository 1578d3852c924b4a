import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Actor } from '../../src/kernel/actor.ts';
import { month } from '../../src/kernel/month.ts';
import { PlanMonth, Solves } from '../../src/modules/planning/index.ts';
import type { DeskAction, DeskCost, DeskState } from '../../src/pages/desk/desk.view.ts';
import { aLargeMonth } from '../support/a-large-month.ts';
import { apiOf } from '../support/api.ts';
import { BrowserWindows } from '../support/browser-windows.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { DeskDriver, type DeskVisit, middleOf } from '../support/desk-driver.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const DESK = '/months/2020-12/desk';
/** Visits until this day are in sight when the desk opens. */
const IN_SIGHT = '2020-12-06';

const NO_VISITS = 'Chuyên viên 1';
const AWAY = 'Chuyên viên 2';

interface Browsed {
  readonly context: BrowserContext;
  readonly desk: DeskDriver;
}

/** A month as the engine has planned it, on the desk of the real service, with two members of the board at it. */
describe('the planner’s desk', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  let committee: Actor;
  let chromium: RunningBrowser;
  let ban: SignedInPerson;
  let hoa: SignedInPerson;
  /** What the service had when the test began. */
  let state: DeskState;
  let windows: BrowserWindows;
  const complaints: string[] = [];

  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    committee = await aCommittee(service);
    await aLargeMonth(service, committee, { people: 10, meetings: 32 });
    const board = (name: string, email: string) => signIn(service, committee, { name, email, role: 'board' });
    ban = await board('Trần Văn Ban', 'ban@mau.example');
    hoa = await board('Đỗ Thị Hoa', 'hoa@mau.example');
    // One is sent for a reason only, another cannot be sent while they are away.
    const [away] = await service.as(committee, async () => {
      await service.work.query(`update specialists set max_visits = 0, target_visits = 0 where name = $1`, [NO_VISITS]);
      return service.work.query<{ id: string }>(`select id from specialists where name = $1`, [AWAY]);
    });
    const leave = { specialistId: away?.id, from: '2020-12-01', to: IN_SIGHT, kind: 'leave' };
    await apiOf(service, ban)('POST', '/absences', leave);
    await planned();
    chromium = await launchChromium();
    windows = new BrowserWindows(chromium.browser);
  });
  afterAll(async () => {
    await chromium.close();
    await service.end();
    await cloned.drop();
  });
  beforeEach(async () => {
    state = await current();
  });
  afterEach(async () => {
    await windows.giveBack();
    for (let now = await current(); now.undo !== null; now = await current()) {
      await ask('undo', { planId: now.planId, seen: now.revision });
    }
    expect(complaints.splice(0)).toEqual([]);
  });

  async function planned(): Promise<void> {
    const id = await service.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await service.as(committee, () => service.get(Solves).find(id)))?.state === 'done');
  }

  /** Asks as a module of Ban’s page does. */
  async function ask<T>(path: string, body?: object): Promise<T> {
    const reply = await fetch(`${service.url}${DESK}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: ban.cookie,
        'x-csrf-token': ban.csrf,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await reply.json()) as T;
  }
  const current = () => ask<DeskState>('state');

  async function open({ cookie }: SignedInPerson, options: BrowserContextOptions = {}): Promise<Browsed> {
    const viewport = { width: 1440, height: 900 };
    const { context, page } = await windows.open({ viewport, locale: 'vi-VN', ...options });
    const [name = '', value = ''] = cookie.split(/=(.*)/);
    await context.addCookies([{ name, value, url: service.url }]);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal that a test asked for is told by the browser too.
      if (message.type() === 'error' && !/status of 4\d\d|ERR_FAILED/.test(message.text()))
        complaints.push(message.text());
    });
    await page.goto(service.url + DESK);
    await page.waitForSelector('.desk-board');
    return { context, desk: new DeskDriver(page, () => state) };
  }

  const idOf = (person: number) => state.people[person]?.id ?? '';
  const nameOf = (who: string) => state.people.find(({ id }) => id === who)?.name ?? '';
  const branchOf = (where: string) => state.meetings.find(({ id }) => id === where)?.branch ?? '';
  const visits = (): DeskVisit[] =>
    state.assignments.flatMap(([person, meeting]) => {
      const { id: where = '', day = '' } = state.meetings[meeting] ?? {};
      return day !== '' && day <= IN_SIGHT ? [{ who: idOf(person), where }] : [];
    });
  const goes = ({ who, where }: DeskVisit, at: DeskState) =>
    at.assignments.some(([p, m]) => at.people[p]?.id === who && at.meetings[m]?.id === where);
  /** Waits until the service says that somebody goes, or does not. */
  const saved = (visit: DeskVisit, expected = true) => until(async () => goes(visit, await current()) === expected);

  /** The first of these that the service answers so. */
  async function first<T extends { readonly action: DeskAction }>(some: Iterable<T>, can: DeskCost['can']): Promise<T> {
    for (const one of some) if ((await ask<DeskCost>('cost', { action: one.action })).can === can) return one;
    throw new Error(`nothing can be done: ${can}`);
  }

  /** Visits given to others, of whom `mayBe` may be one. */
  function* handovers(mayBe: (visit: DeskVisit, other: string) => boolean = () => true) {
    for (const visit of visits()) {
      for (const { id: other } of state.people) {
        if (other === visit.who || !mayBe(visit, other)) continue;
        const { who: specialistId, where: meetingId } = visit;
        const action: DeskAction = { kind: 'replace', specialistId, meetingId, bySpecialistId: other };
        yield { visit, to: { who: other, where: visit.where }, action };
      }
    }
  }
  const isFreeThatDay = ({ where }: DeskVisit, other: string) => {
    const day = state.meetings.find(({ id }) => id === where)?.day;
    return !state.assignments.some(([p, m]) => idOf(p) === other && state.meetings[m]?.day === day);
  };

  describe('by mouse', () => {
    it('gives a visit to somebody else, after its cost was shown, and takes it back after a reload too', async () => {
      const { desk } = await open(ban);
      const { visit, to } = await first(handovers(isFreeThatDay), 'yes');
      await desk.dragOver(desk.chip(visit), desk.cell(to));
      expect(await desk.page.locator('.desk-bubble').innerText()).toContain(`${nameOf(to.who)}: +1 lượt`);
      expect((await current()).revision).toBe(state.revision);
      await desk.page.mouse.up();
      await desk.chip(to).waitFor();
      await desk.chip(visit).waitFor({ state: 'detached' });
      await saved(to);

      await desk.page.reload();
      await desk.page.getByRole('button', { name: /^Hoàn tác: Trần Văn Ban: thay / }).click();
      await desk.chip(visit).waitFor();
      await desk.page.getByRole('button', { name: /^Làm lại/ }).click();
      await desk.chip(to).waitFor();
      await saved(to);
    });

    it('swaps two visits', async () => {
      const { desk } = await open(ban);
      function* swaps() {
        for (const a of visits()) {
          for (const b of visits()) {
            if (a.who === b.who || a.where === b.where) continue;
            const withThem = { withSpecialistId: b.who, withMeetingId: b.where };
            yield { a, b, action: { kind: 'swap', specialistId: a.who, meetingId: a.where, ...withThem } as const };
          }
        }
      }
      const { a, b } = await first(swaps(), 'yes');
      await desk.dragOver(desk.chip(a), desk.chip(b));
      await desk.page.mouse.up();
      await desk.chip({ who: a.who, where: b.where }).waitFor();
      await saved({ who: b.who, where: a.where });
      await saved({ who: a.who, where: b.where });
    });

    it('takes a visit away by the place for it, and gives a meeting of the list to somebody', async () => {
      const { desk } = await open(ban);
      const { page } = desk;
      const { visit, to } = await first(handovers(isFreeThatDay), 'yes');
      const from = await middleOf(desk.chip(visit));
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(from[0] + 10, from[1] + 10, { steps: 2 });
      await page.mouse.move(...(await middleOf(page.locator('.desk-nobody'))), { steps: 4 });
      await desk.costShown();
      await page.mouse.up();
      await saved(visit, false);
      // The meeting that nobody goes to now stands on top.
      await page.locator('.desk-list [role=option]').first().and(desk.row(visit.where)).waitFor();
      await desk.dragOver(desk.row(visit.where), desk.cell(to));
      await page.mouse.up();
      await saved(to);
    });

    it('says why where it cannot be done, and offers nothing', async () => {
      const { desk } = await open(ban);
      const { visit, to } = await first(
        handovers((_, other) => nameOf(other) === AWAY),
        'no',
      );
      await desk.dragOver(desk.chip(visit), desk.page.locator(`[data-person="${to.who}"] [data-day="-1"]`), false);
      await desk.page.locator('.desk-bubble', { hasText: 'Không làm được' }).waitFor();
      await desk.page.mouse.up();
      const question = desk.page.locator('.desk-question');
      await question.getByText(`${AWAY} bận vào giờ đó`).waitFor();
      expect(await question.getByRole('button').allInnerTexts()).toEqual(['Thôi']);
    });

    it('wants a reason where a rule may be overruled, and keeps it', async () => {
      const { desk } = await open(ban);
      const { page } = desk;
      const { visit, to } = await first(
        handovers((_, other) => nameOf(other) === NO_VISITS),
        'with_reason',
      );
      await desk.chip(visit).click();
      const panel = page.locator('[data-desk-panel]');
      await panel.getByRole('button', { name: 'Đổi người' }).first().click();
      const more = panel.getByRole('button', { name: /^Xem thêm/ });
      const candidate = panel.getByRole('button', { name: `${nameOf(to.who)} dự thay`, exact: true });
      await candidate.or(more).first().waitFor();
      if (await more.count()) await more.click();
      await candidate.click();
      const question = page.locator('.desk-question');
      const yes = question.getByRole('button', { name: 'Thực hiện, kèm lý do' });
      await question.getByText('quá mức tối đa').waitFor();
      expect(await yes.isDisabled()).toBe(true);
      await question.getByRole('textbox').fill('  Chi bộ đề nghị. ');
      await yes.click();
      await saved(to);
      const kept = await service.as(committee, () =>
        service.work.query<{ reason: string }>(`select reason from plan_edits where undone_at is null`),
      );
      expect(kept).toEqual([{ reason: 'Chi bộ đề nghị.' }]);
    });
  });

  describe('by keyboard alone', () => {
    it('lifts, carries and drops, takes back, pins and takes off', async () => {
      const { desk } = await open(ban);
      const { page } = desk;
      const isBelow = ({ who }: DeskVisit, other: string) =>
        state.people.findIndex(({ id }) => id === other) === state.people.findIndex(({ id }) => id === who) + 1;
      const { visit, to } = await first(
        handovers((each, other) => isBelow(each, other) && isFreeThatDay(each, other)),
        'yes',
      );
      const branch = branchOf(visit.where);
      await page.locator('.desk-matrix [tabindex="0"]').focus();
      await page.keyboard.press('Control+Home');
      const down = state.people.findIndex(({ id }) => id === visit.who);
      for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown');
      // A cell with several visits takes several steps.
      for (let i = 0; i < 20 && !(await desk.focused()).includes(branch); i++) await page.keyboard.press('ArrowRight');
      expect(await desk.focused()).toContain(branch);

      await page.keyboard.press('Space');
      await page.getByText('Đang cầm').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Đang cầm').waitFor({ state: 'detached' });

      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      // What it costs is told to those who hear it too.
      await page.locator('.desk-status [aria-live]', { hasText: '+1 lượt' }).waitFor();
      await page.keyboard.press('Space');
      await desk.chip(to).waitFor();
      await saved(to);

      await page.keyboard.press('Control+z');
      await desk.chip(visit).waitFor();
      await page.keyboard.press('Control+y');
      await desk.chip(to).waitFor();
      await until(async () => (await desk.focused()).includes(branch));

      for (const [key, done] of [
        ['p', 'Đã lưu: Bỏ ghim'],
        ['p', 'Đã lưu: Ghim'],
        ['Delete', 'Đã lưu: Thôi cử'],
      ] as const) {
        await page.keyboard.press(key);
        await until(() => page.evaluate<boolean>(`document.activeElement.textContent === 'Thực hiện'`));
        await page.keyboard.press('Enter');
        await page.getByText(done).waitFor();
        await until(async () => (await desk.focused()) !== '');
      }
      await desk.chip(to).waitFor({ state: 'detached' });
      await saved(to, false);
      // The meeting goes to the best of those who could go, from the list.
      await page.locator('.desk-list-box [tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const best = page.locator('[data-desk-panel] .desk-candidate').first().getByRole('button', { name: /^Cử / });
      await best.focus();
      await page.keyboard.press('Enter');
      await until(async () => (await current()).assignments.length === state.assignments.length);
    });
  });

  describe('by finger', () => {
    it('drags without a long press on a tablet, and a touch alone only chooses', async () => {
      const { desk, context } = await open(ban, { viewport: { width: 900, height: 1100 }, hasTouch: true });
      const { visit, to } = await first(handovers(isFreeThatDay), 'yes');
      await desk.chip(visit).scrollIntoViewIfNeeded();
      const letGo = await desk.dragByFinger(context, desk.chip(visit), desk.cell(to));
      await letGo();
      await saved(to);
      await desk.chip(to).tap();
      await desk.page.locator('.desk-sheet[open]').waitFor();
    });

    it('gives a visit to another person on a phone, by sheets', async () => {
      const { desk } = await open(ban, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
      const { page } = desk;
      const { visit, to } = await first(handovers(isFreeThatDay), 'yes');
      await page.getByRole('button', { name: /^Tất cả/ }).tap();
      await page.getByRole('searchbox').fill(branchOf(visit.where));
      await desk.row(visit.where).tap();
      await page.locator('.desk-sheet').getByRole('button', { name: 'Chuyển' }).tap();
      await page.locator('.desk-sheet[open]').waitFor({ state: 'detached' });
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Chuyên viên', exact: true }).tap();
      await page.locator(`.desk-person[data-person="${to.who}"]`).tap();
      await page.locator('.desk-question').getByRole('button', { name: 'Thực hiện' }).tap();
      await saved(to);
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(tooWide)).toBe(0);
    });
  });

  describe('with a colleague at it', () => {
    /** Answers the question that opens, with a reason where one is wanted. */
    async function answer({ page }: DeskDriver): Promise<void> {
      const question = page.locator('.desk-question');
      await question.locator('button.btn-primary').waitFor();
      const reason = question.getByRole('textbox');
      if (await reason.count()) await reason.fill('Chi bộ đề nghị.');
      await question.locator('button.btn-primary').click();
      await page.getByText('Đã lưu').waitFor();
    }

    it('shows by itself what the other does and who it was, and takes it back after a reload', async () => {
      const [one, other] = [await open(ban), await open(hoa)];
      const [visit] = visits();
      if (!visit) throw new Error('nobody goes anywhere');
      await one.desk.chip(visit).focus();
      await one.desk.page.keyboard.press('Delete');
      await answer(one.desk);
      await other.desk.chip(visit).waitFor({ state: 'detached' });
      const news = other.desk.page.locator('.desk-news');
      await news.getByText('Người khác vừa đổi kế hoạch').waitFor();
      await news.getByText(`Trần Văn Ban: thôi cử ${nameOf(visit.who)} dự ${branchOf(visit.where)}`).waitFor();

      await one.desk.page.reload();
      await one.desk.page.locator('.desk-step-undo').click();
      await one.desk.chip(visit).waitFor();
      await other.desk.chip(visit).waitFor();
      await news.getByText('Trần Văn Ban: hoàn tác').waitFor();
      // What one has done oneself is no news.
      expect(await one.desk.page.locator('.desk-news li').count()).toBe(0);
    });

    it('tells two who change the same visit at once of each other, and loses nothing', async () => {
      const [one, other] = [await open(ban), await open(hoa)];
      // As where the line between the office and the service is slow: she does not hear of it in time.
      await other.desk.page.route(/\/desk\/state/, (route) => route.abort());
      const [visit] = visits();
      if (!visit) throw new Error('nobody goes anywhere');
      await other.desk.chip(visit).focus();
      await other.desk.page.keyboard.press('Delete');
      const question = other.desk.page.locator('.desk-question');
      await question.locator('button.btn-primary').waitFor();
      await one.desk.chip(visit).focus();
      await one.desk.page.keyboard.press('p');
      await answer(one.desk);
      const reason = question.getByRole('textbox');
      if (await reason.count()) await reason.fill('Chi bộ đề nghị.');
      await question.locator('button.btn-primary').click();
      await question.getByText('Trần Văn Ban vừa đổi chỗ này').waitFor();
      await question.getByRole('button', { name: 'Giữ như Trần Văn Ban đã đổi' }).waitFor();
      await question.getByRole('button', { name: 'Vẫn thực hiện' }).click();
      await one.desk.chip(visit).waitFor({ state: 'detached' });
    });
  });

  it('takes over single changes of the engine’s proposal in place, and gives them back', async () => {
    const { desk } = await open(ban);
    const { page } = desk;
    const [visit] = visits();
    if (!visit) throw new Error('nobody goes anywhere');
    const { who: specialistId, where: meetingId } = visit;
    await ask('edits', {
      planId: state.planId,
      seen: state.revision,
      action: { kind: 'unassign', specialistId, meetingId },
    });
    await planned();
    await page.getByRole('searchbox').fill('kp');
    const card = page.locator('.desk-proposal');
    await card.locator('summary').click();
    await card.getByRole('checkbox').first().check();
    const before = (await current()).assignments.length;
    await card.getByRole('button', { name: 'Nhận mục đã chọn' }).click();
    await page.getByText('Đã nhận mọi thay đổi máy đề nghị').waitFor();
    expect((await current()).assignments.length).toBe(before + 1);
    expect(await page.getByRole('searchbox').inputValue()).toBe('kp');
    await page.locator('.desk-status').getByRole('button', { name: 'Hoàn tác' }).click();
    await until(async () => (await current()).assignments.length === before);
    // All of it was taken, so it is asked for again.
    await planned();
    await card.locator('summary').click();
    await card.getByRole('button', { name: 'Bỏ đề nghị' }).click();
    await page.getByText('Đã bỏ đề nghị của máy').waitFor();
    await card.locator('summary').waitFor({ state: 'detached' });
    expect(await page.getByRole('searchbox').inputValue()).toBe('kp');
  });
});
