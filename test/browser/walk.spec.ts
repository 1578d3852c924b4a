import type { MeetingKind } from '../../src/kernel/meeting-kind.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { catalogues } from '../../src/app/texts.ts';
import { sampleAnswers } from '../../src/demo/sample-answers.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, instantOf } from '../../src/kernel/month.ts';
import { inputName } from '../../src/modules/evaluations/index.ts';
import { Accounts, Committees, GrantRole, MakeSignInLink, serviceActor } from '../../src/modules/identity/index.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { messageOf } from '../../src/platform/i18n/messages.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { aService, type TestService } from '../support/service.ts';
import { smallDistrict } from '../support/small-district.ts';
import { until } from '../support/until.ts';

const MONTH = '2020-12';
const NEXT_MONTH = '2021-01';
const ZONE = 'Asia/Ho_Chi_Minh';
const WORKBOOK = join(projectRoot, 'templates/sample/quan-4-2020-12.xlsx');
/** The walk goes through a part of the sample district; with MATRICES=whole through all of it. */
const IS_WHOLE = process.env['MATRICES'] === 'whole';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The values typed into the first page of the service. */
const SET_UP = {
  name: 'Quận ủy Quận 4',
  code: 'Q4',
  superiorName: 'Thành ủy Thành phố Hồ Chí Minh',
  boardName: 'Ban Tổ chức Quận ủy',
  boardSymbol: 'BTCQU',
  place: 'Quận 4',
  accountName: 'Ngô Mai Quyên',
  email: 'quyen.ngo@quan4.example.vn',
};
/** Set it to save a picture of each station in that directory. */
const PICTURES = process.env['WALK_PICTURES'];

const t = (key: string, params = {}) => messageOf(catalogues.vi, key, params);

/** From an empty service through a month, as its people do it: the board, a specialist, a leader. */
describe('a walk through the month', () => {
  let service: TestService;
  let chromium: RunningBrowser;
  let committee: Actor;
  let board: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(instantOf(day('2020-11-20'), '08:00', ZONE));
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium.close();
    await service.end();
  });

  function aWindow(browser: Browser, viewport: typeof DESK, javaScriptEnabled = true): Promise<BrowserContext> {
    return browser.newContext({ viewport, javaScriptEnabled, locale: 'vi-VN', timezoneId: ZONE });
  }

  async function linkOf(role: 'board' | 'leader'): Promise<string> {
    return service.as(committee, async () => {
      const person = { email: `${role}@mau.example`, name: t(`role.${role}`), role };
      const { id } = await service.get(GrantRole).execute(person);
      return service.get(MakeSignInLink).execute(id, committee.committeeId);
    });
  }

  /** Opens the link of a mail, presses its button, and goes on to a page. */
  async function enter(context: BrowserContext, link: string, path: string): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    await page.goto(service.url + link);
    await press(page, t('sign_in.link_submit'));
    await page.goto(service.url + path);
    return page;
  }

  async function press(page: Page, name: string): Promise<void> {
    await page.locator('main').getByRole('button', { name, exact: true }).first().click();
    await page.waitForLoadState('load');
  }

  async function seen(page: Page, name: string): Promise<void> {
    if (PICTURES) await writeFile(join(PICTURES, `${name}.png`), await page.screenshot({ fullPage: true }));
  }

  it('begins with the set-up of an empty service on a phone, without any JavaScript', async () => {
    const page = await (await aWindow(chromium.browser, PHONE, false)).newPage();
    await page.goto(`${service.url}/months/${MONTH}`);
    expect(new URL(page.url()).pathname).toBe('/setup');
    for (const [name, value] of Object.entries(SET_UP)) await page.fill(`input[name=${name}]`, value);
    await page.fill('input[name=password]', 'ngắn thôi');
    await press(page, t('setup.submit'));
    await seen(page, '0-setup-wrong');
    expect(await page.locator('input[name=password]').inputValue()).toBe('');
    expect(await page.locator('input[name=boardName]').inputValue()).toBe(SET_UP.boardName);
    await page.fill('input[name=password]', 'mười hai con giáp đi chợ');
    await press(page, t('setup.submit'));
    expect(new URL(page.url()).pathname).toBe('/setup/mail');
    await press(page, t('setup.mail_send'));
    await seen(page, '0-setup-mail');
    expect(await page.locator('main').innerText()).toContain(t('setup.mail_kept'));
    await page
      .locator('main')
      .getByRole('link', { name: t('setup.to_import') })
      .click();
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: t('import.template') })
        .isVisible(),
    ).toBe(true);
    const [made] = await service.work.run(() => service.get(Committees).list());
    if (!made) throw new Error('no committee was made');
    committee = serviceActor(made.id);
  });

  it('goes on with the import of the district', async () => {
    board = await enter(await aWindow(chromium.browser, DESK), await linkOf('board'), `/months/${MONTH}`);
    await board.goto(`${service.url}/imports`);
    const buffer = IS_WHOLE ? await readFile(WORKBOOK) : Buffer.from(await smallDistrict());
    await board.setInputFiles('input[type=file]', { name: basename(WORKBOOK), mimeType: XLSX, buffer });
    await press(board, t('import.check'));
    await seen(board, '1-import-checked');
    await press(board, t('import.commit'));
    await seen(board, '2-import-committed');
    await board.goto(`${service.url}/branches?q=quan%20su%20phuong%203`);
    expect(await board.locator('main').innerText()).toContain('Chi bộ Quân sự Phường 3');
  });

  it('makes the calendar and a plan that is proven optimal', async () => {
    await board.goto(`${service.url}/months/${MONTH}`);
    await press(board, t('month.make_calendar'));
    await press(board, t('month.plan'));
    // The line that tells how a plan under way is doing speaks of the optimum too.
    await board.getByText(t('month.uncovered')).first().waitFor();
    await seen(board, '3-plan');
    expect(await board.getByText(t('month.quality.optimal')).first().isVisible()).toBe(true);
  });

  it('says why somebody goes somewhere', async () => {
    await board.goto(`${service.url}/months/${MONTH}?view=days`);
    const [assigned] = await service.as(committee, () =>
      service.work.query<{ id: string }>(
        `select a.meeting_id as id from plan_assignments a join plans p on p.id = a.plan_id where p.state = 'draft' limit 1`,
      ),
    );
    await board.goto(`${service.url}/meetings/${assigned?.id ?? ''}`);
    expect(await board.locator('main').innerText()).toContain(t('why.chosen'));
    await seen(board, '4-why');
  });

  it('publishes once the board has looked', async () => {
    await board.goto(`${service.url}/months/${MONTH}/publish`);
    await press(board, t('publish.submit'));
    await seen(board, '5-published');
    await until(async () => (await mailsIn('queued')) === 0, 200);
    const [planned] = await service.as(committee, () =>
      service.work.query<{ people: number }>(
        `select count(distinct specialist_id) as people from visits where plan_id is not null`,
      ),
    );
    expect(planned?.people).toBeGreaterThan(IS_WHOLE ? 40 : 4);
    expect(await mailsIn('sent', 'visits-published')).toBe(planned?.people);
  });

  it('lets a specialist accept, write and send a form on a phone, without any JavaScript', async () => {
    const specialist = await enter(
      await aWindow(chromium.browser, PHONE, false),
      await specialistLink(),
      `/my/visits?month=${MONTH}`,
    );
    await seen(specialist, '6-my-visits');
    await press(specialist, t('visits.accept'));
    // A form can be sent once its meeting is over.
    await service.clock.moveTo(instantOf(day('2020-12-31'), '20:00', ZONE));
    const [visit] = await service.as(committee, () =>
      service.work.query<{ id: string; held_on: string; place: string; kind: MeetingKind }>(
        `select v.id, v.held_on, b.address as place, v.kind from visits v join branches b on b.id = v.branch_id
         where v.state = 'accepted' and v.plan_id is not null`,
      ),
    );
    if (!visit) throw new Error('no visit was accepted');
    await specialist.goto(`${service.url}/my/visits/${visit.id}`);
    await seen(specialist, '7-visit');
    await specialist.goto(`${service.url}/my/visits/${visit.id}/form`);
    await fill(specialist, answersFor(visit));
    await seen(specialist, '8-form');
    await press(specialist, t('form.submit'));
    await seen(specialist, '9-receipt');
    expect(await submissions()).toEqual([{ visit_id: visit.id, state: 'submitted' }]);
  });

  it('lets the board accept the form, and compile and freeze the briefing', async () => {
    await board.goto(`${service.url}/months/${MONTH}/forms`);
    await seen(board, '10-forms');
    const [form] = await service.as(committee, () => service.work.query<{ id: string }>(`select id from submissions`));
    await board.goto(`${service.url}/submissions/${form?.id ?? ''}`);
    await seen(board, '11-submission');
    await press(board, t('submission.accept'));
    expect((await submissions())[0]?.state).toBe('accepted');
    await board.goto(`${service.url}/months/${MONTH}/briefing`);
    await press(board, t('briefing.compile'));
    await seen(board, '12-briefing');
    await board.goto(`${service.url}/months/${MONTH}/briefing/freeze`);
    await press(board, t('freeze.submit'));
    await seen(board, '13-frozen');
  });

  it('shows the leader the briefing, its numbers and its file', async () => {
    const leader = await enter(
      await aWindow(chromium.browser, DESK),
      await linkOf('leader'),
      `/months/${MONTH}/briefing`,
    );
    await seen(leader, '14-leader');
    expect(await leader.locator('main').innerText()).toContain('01-BC/');
    const href = await leader.locator('a[href*="/documents/"]').first().getAttribute('href');
    const file = await leader.request.get(service.url + (href ?? ''));
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const foreign = await leader.request.get(`${service.url}/imports`, { headers: { accept: 'text/html' } });
    expect(foreign.status()).toBe(403);
  });

  it('plans and publishes the second month on what the first has left', async () => {
    await service.clock.moveTo(instantOf(day('2021-01-02'), '08:00', ZONE));
    await board.goto(`${service.url}/months/${NEXT_MONTH}`);
    await press(board, t('month.make_calendar'));
    await press(board, t('month.plan'));
    await board.getByText(t('month.uncovered')).first().waitFor();
    await seen(board, '15-second-plan');

    await board.goto(`${service.url}/months/${NEXT_MONTH}/people`);
    await seen(board, '16-second-people');
    const sent = await service.as(committee, () =>
      service.work.query<{ name: string; visits: number }>(
        `select s.name, count(*)::integer as visits from visits v join specialists s on s.id = v.specialist_id
         where v.plan_id is not null group by s.id, s.name having count(*) > 0`,
      ),
    );
    for (const { name, visits } of sent) {
      // How a balance came about is folded.
      const row = (await board.locator('tr', { hasText: name }).first().textContent()) ?? '';
      expect(`${name}: ${row.replace(/\s+/g, ' ')}`).toContain(`12/2020: ${visits} lượt`);
    }
    const again = await service.as(committee, () =>
      service.work.query(
        `select v.id from plans p join plan_assignments a on a.plan_id = p.id join month_meetings m on m.id = a.meeting_id
           join visits v on v.branch_id = m.branch_id and v.specialist_id = a.specialist_id and v.plan_id is not null
         where p.state = 'draft'`,
      ),
    );
    expect(again).toEqual([]);

    await board.goto(`${service.url}/months/${NEXT_MONTH}/publish`);
    await press(board, t('publish.submit'));
    await until(async () => (await mailsIn('queued')) === 0, 200);
    await seen(board, '17-second-published');
    expect(await board.locator('main').innerText()).toContain('Dự họp');
    // The month before keeps its briefing, and says what of it is still to come.
    await board.goto(`${service.url}/months/${MONTH}/briefing`);
    expect(await board.locator('main').innerText()).toContain('01-BC/');
    const phone = await enter(
      await aWindow(chromium.browser, PHONE, false),
      await specialistLink(),
      `/my/visits?month=${NEXT_MONTH}`,
    );
    await seen(phone, '18-second-visits');
    expect(await phone.locator('main').innerText()).toContain('12/2020');
  });

  it('speaks English by a switch', async () => {
    await board.goto(`${service.url}/months/${MONTH}`);
    await board.locator('form.language button').click();
    await board.locator('html[lang=en]').waitFor();
    await board.waitForLoadState('load');
  });

  it('keeps what was typed when the other language is chosen, but no password', async () => {
    const switched = async (to: string) => {
      await board.locator('form.language button').click();
      await board.locator(`html[lang=${to}]`).waitFor();
      await board.waitForLoadState('load');
    };
    await board.goto(`${service.url}/holidays`);
    await board.locator('input[name="name"]').fill('Ngày truyền thống');
    await switched('vi');
    expect(await board.locator('input[name="name"]').inputValue()).toBe('Ngày truyền thống');
    await board.goto(`${service.url}/account`);
    const [name, password] = ['/profile"] [name="name"]', '/password"] [name="password"]'].map((field) =>
      board.locator(`form[action="/account${field}`),
    );
    await name?.fill('Lê Thị Mẫu');
    await password?.fill('một câu dài để thử');
    await switched('en');
    expect([await name?.inputValue(), await password?.inputValue()]).toEqual(['Lê Thị Mẫu', '']);
    await switched('vi');
  });

  it('never made the browser complain', () => {
    expect(complaints).toEqual([]);
  });

  async function specialistLink(): Promise<string> {
    return service.as(committee, async () => {
      const [row] = await service.work.query<{ account_id: string }>(
        `select p.account_id from visits v join memberships p on p.specialist_id = v.specialist_id
         where v.plan_id is not null order by v.held_on, v.id limit 1`,
      );
      const account = (await service.get(Accounts).list('specialist')).find(({ id }) => id === row?.account_id);
      if (!account) throw new Error('no specialist has a visit');
      return service.get(MakeSignInLink).execute(account.id, committee.committeeId);
    });
  }

  async function mailsIn(state: string, kind: string | null = null): Promise<number> {
    const [row] = await service.as(committee, () =>
      service.work.query<{ count: number }>(
        `select count(*) as count from mails where state = $1 and ($2::text is null or kind = $2)`,
        [state, kind],
      ),
    );
    return row?.count ?? 0;
  }

  function submissions(): Promise<{ visit_id: string; state: string }[]> {
    return service.as(committee, () => service.work.query(`select visit_id, state from submissions`));
  }
});

function answersFor(visit: { held_on: string; place: string; kind: MeetingKind }): object {
  const branch = {
    code: 'mau',
    name: 'Chi bộ mẫu',
    type: 'KP',
    members: 47,
    official: 45,
    probationary: 2,
    seats: 3,
    vacantSeats: 0,
    weakFields: [],
  };
  return sampleAnswers(branch, { kind: visit.kind, day: day(visit.held_on), startsAt: '19:30', place: visit.place });
}

/** Fills in the fields that the page has for these answers, as without JavaScript. */
async function fill(page: Page, answers: object): Promise<void> {
  for (const [path, value] of leaves(answers, [])) {
    const name = `[name="${inputName(path)}"]`;
    const choice = page.locator(`input${name}[value="${String(value)}"]:is([type=radio], [type=checkbox])`);
    if ((await choice.count()) > 0) await choice.first().check({ force: true });
    else if ((await page.locator(`select${name}`).count()) > 0) await page.selectOption(`select${name}`, String(value));
    else if ((await page.locator(`:is(input:not([type=radio], [type=hidden]), textarea)${name}`).count()) > 0) {
      await page.fill(`:is(input, textarea)${name}`, String(value));
    }
  }
}

function leaves(value: unknown, path: readonly (string | number)[]): [readonly (string | number)[], unknown][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [[path, value]];
}
