import type { Page } from 'playwright-core';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { PlanMonth, Solves } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
const DESK = '/months/2020-12/desk';

/** The desk of the real service, with two members of the board at it. */
describe('two at the planner’s desk', () => {
  let cloned: ClonedDatabase;
  let service: TestService;
  let chromium: RunningBrowser;
  let ban: Page;
  let hoa: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    cloned = await cloneDatabase();
    service = await aService({ databaseUrl: cloned.url });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    const committee: Actor = await aCommittee(service);
    const ground = await aGround(service, committee);
    for (const name of ['Nguyễn Thị Lan', 'Phạm Văn Minh', 'Lê Thị Nga']) {
      await aSpecialist(service, committee, ground, name);
    }
    for (const on of ['2020-12-08', '2020-12-10', '2020-12-15', '2020-12-17', '2020-12-22']) {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    const id = await service.as(committee, () => service.get(PlanMonth).execute(DECEMBER));
    await until(async () => (await service.as(committee, () => service.get(Solves).find(id)))?.state === 'done');
    chromium = await launchChromium();
    const board = (name: string, email: string) => signIn(service, committee, { name, email, role: 'board' });
    ban = await open(await board('Trần Văn Ban', 'ban@mau.example'));
    hoa = await open(await board('Đỗ Thị Hoa', 'hoa@mau.example'));
  });
  afterAll(async () => {
    await chromium.close();
    await service.end();
    await cloned.drop();
  });

  async function open({ cookie }: SignedInPerson): Promise<Page> {
    const context = await chromium.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
    const [name = '', value = ''] = cookie.split(/=(.*)/);
    await context.addCookies([{ name, value, url: service.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(service.url + DESK);
    await page.waitForSelector('.desk-board');
    return page;
  }

  const chips = (page: Page) =>
    page
      .locator('.desk-matrix .chip')
      .evaluateAll((all: { dataset: Record<string, string> }[]) =>
        all.map(({ dataset }) => ({ who: dataset['person'] ?? '', where: dataset['meeting'] ?? '' })),
      );
  const chip = (page: Page, { who, where }: { who: string; where: string }) =>
    page.locator(`.desk-matrix [data-person="${who}"][data-meeting="${where}"]`);

  /** Answers the question that opens, with a reason where one is wanted. */
  async function answer(page: Page): Promise<void> {
    const question = page.locator('.desk-question');
    await question.locator('button.btn-primary').waitFor();
    const reason = question.getByRole('textbox');
    if (await reason.count()) await reason.fill('Chi bộ đề nghị.');
    await question.locator('button.btn-primary').click();
    await page.getByText('Đã lưu').waitFor();
  }

  it('one sees by itself what the other does, and takes it back after a reload', async () => {
    const [visit] = await chips(ban);
    if (!visit) throw new Error('nobody goes anywhere');
    await chip(ban, visit).focus();
    await ban.keyboard.press('Delete');
    const question = ban.locator('.desk-question');
    await question.getByText('−1 lượt').first().waitFor();
    await answer(ban);
    await chip(hoa, visit).waitFor({ state: 'detached' });
    await hoa.locator('.desk-news li').first().waitFor();

    await ban.reload();
    await ban.waitForSelector('.desk-board');
    await ban.locator('.desk-step-undo').click();
    await chip(ban, visit).waitFor();
    await chip(hoa, visit).waitFor();
  });

  it('two who change the same visit at once are told of each other, and nothing is lost', async () => {
    await hoa.goto(service.url + DESK);
    await hoa.waitForSelector('.desk-board');
    // As where the line between the office and the service is slow: she does not hear of it in time.
    await hoa.route(`**${DESK}/state`, (route) => route.abort());
    const [visit] = await chips(hoa);
    if (!visit) throw new Error('nobody goes anywhere');
    await chip(hoa, visit).focus();
    await hoa.keyboard.press('Delete');
    const question = hoa.locator('.desk-question');
    await question.locator('button.btn-primary').waitFor();
    await chip(ban, visit).focus();
    await ban.keyboard.press('p');
    await answer(ban);
    const reason = question.getByRole('textbox');
    if (await reason.count()) await reason.fill('Chi bộ đề nghị.');
    await question.locator('button.btn-primary').click();
    await question.getByText('Trần Văn Ban vừa đổi chỗ này').waitFor();
    await question.getByRole('button', { name: 'Giữ như Trần Văn Ban đã đổi' }).waitFor();
    await question.getByRole('button', { name: 'Vẫn thực hiện' }).click();
    await chip(ban, visit).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
