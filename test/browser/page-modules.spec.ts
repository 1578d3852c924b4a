import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import fc from 'fast-check';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { assessForm, type FormBasis } from '../../src/modules/evaluations/domain/assess-form.ts';
import { visitForm } from '../../src/modules/evaluations/domain/form.ts';
import type { FormTemplate } from '../../src/modules/evaluations/domain/form-template.ts';
import { standardForm } from '../../src/modules/evaluations/domain/templates/standard-form.ts';
import { rubric42Hd } from '../../src/modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { Assets } from '../../src/platform/http/assets.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { FRAGMENT_HEADER } from '../../src/platform/http/request.ts';
import { Views } from '../../src/platform/views/views.ts';
import { tones } from '../../src/pages/tones.ts';
import { BrowserWindows } from '../support/browser-windows.ts';
import { keptForms } from '../support/a-phone.ts';
import { until } from '../support/until.ts';
import { type RunningBrowser, launchChromium, WITHOUT_TLS } from '../support/chromium.ts';
import { catalogues } from '../../src/app/texts.ts';
import type { GalleryPage } from '../support/gallery/gallery-page.ts';
import { contextOf, galleryPages } from '../support/gallery/gallery.ts';
import { ownTemplate } from '../fixtures/own-template.ts';
import { someContext } from '../fixtures/some-answers.ts';
import { randomEntries } from '../support/random-entries.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { SEED } from '../support/seed.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';
import type { FormPage, FormReceiptPart } from '../../src/pages/forms/form.view.ts';
import { changesOf } from '../../src/pages/forms/build-form-page.ts';
import { formWith, untouched } from '../support/gallery/visit-pages.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** What the live parts of a form show, and the notes under its fields. */
interface Shown {
  readonly entries: Record<string, string>;
  readonly parts: Record<string, string>;
}

const SHOWN = `
  const built = new URL(document.querySelector('link[rel=stylesheet]').href.replace('app.css', 'browser/'));
  const { shapeOf } = await import(built + 'live/made.js');
  const shapesIn = (part) => [...part.childNodes].map(shapeOf).filter((shape) => shape !== '').join('|');
  const partsOf = (root) => {
    const live = [...root.querySelectorAll('[data-live]')]
      .filter(({ dataset }) => !['state', 'problem', 'saved'].includes(dataset.live))
      .map((part) => [part.dataset.live, shapesIn(part)]);
    const notes = [...root.querySelectorAll('.field-error, .field-warning')].map((each) => [
      each.className + ' ' + (each.closest('[data-note]')?.dataset.note ?? each.closest('[id$="-note"]').id.slice(0, -5)),
      shapeOf(each),
    ]);
    const idle = (root.querySelector('form') ?? root).dataset?.idleQuestions ??
      root.querySelector('[data-idle-questions]')?.dataset.idleQuestions ??
      [...root.querySelectorAll('[data-idle]')].map(({ dataset }) => dataset.question).join(' ');
    return Object.fromEntries([...live, ...notes, ['idle', idle.split(' ').sort().join(' ')]]);
  };`;

/** A form holds texts only. */
function asTyped(entries: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(entries).filter(([name, value]) => typeof value === 'string' && !name.startsWith('_'));
  return Object.fromEntries(texts) as Record<string, string>;
}

describe('the modules of the pages', () => {
  let chromium: RunningBrowser;
  let server: GalleryServer;
  let windows: BrowserWindows;
  let context: BrowserContext;
  let page: Page;
  const posts: Record<string, string>[] = [];
  /** A draft that another page has saved meanwhile. */
  let elsewhere: { readonly revision: number; readonly content: Record<string, string> } | null = null;
  /** The token of the open session; null while nobody is signed in. */
  let token: string | null = 'gallery-token';
  let news: readonly object[] = [];
  /** Whether a sent form is refused because of faults. */
  let refuses = false;

  beforeAll(async () => {
    const views = new Views({ assets: new Assets(), tones });
    const fresh = galleryPages.find(({ name }) => name === 'form.fresh');
    if (!fresh) throw new Error('the gallery has no form');
    server = await serveGallery((app) => {
      // The service's own files, as they were compiled for it.
      app.use('/compiled', express.static(join(projectRoot, 'build/src')));
      const answer = (request: express.Request, reply: express.Response, status: number, form: FormPage) => {
        const partial = request.get(FRAGMENT_HEADER);
        if (partial !== undefined) reply.setHeader(FRAGMENT_HEADER, partial);
        const context = { ...contextOf(fresh, 'vi'), csrfToken: token ?? '' };
        reply
          .status(status)
          .type('html')
          .send(
            partial === undefined
              ? views.render('form', form, context)
              : views.renderPart(
                  partial,
                  partial === 'visit-form-changes'
                    ? changesOf(form, (request.body as { _score?: unknown })._score)
                    : form,
                  context,
                ),
          );
      };
      app.get('/my/visits/v1/form', (request, reply) => {
        const { content, revision } = elsewhere ?? { content: {}, revision: 0 };
        if (token === null) reply.status(401).type('application/problem+json').send('{}');
        else answer(request, reply, 200, formWith({ ...untouched, ...content }, catalogues, { revision }));
      });
      app.get('/my/visits/v1/receipt', (request, reply) => {
        if (request.get(FRAGMENT_HEADER) === 'visit-form-changes') {
          const receipt = { reference: 'KTRM-BXHD', receivedAt: new Date('2020-12-03T13:20:00Z') };
          reply.setHeader(FRAGMENT_HEADER, 'visit-form-receipt').type('html');
          reply.send(views.renderPart('visit-form-receipt', receipt satisfies FormReceiptPart, contextOf(fresh, 'vi')));
          return;
        }
        const page = galleryPages.find(({ name }) => name === 'receipt.stored');
        if (page) reply.type('html').send(views.render(page.template, page.model, contextOf(page, 'vi')));
      });
      app.post('/my/visits/v1/form', express.urlencoded({ extended: false }), (request, reply) => {
        const body = request.body as Record<string, string>;
        if (token === null || body['_csrf'] !== token) {
          reply
            .status(token === null ? 401 : 403)
            .type('application/problem+json')
            .send('{}');
          return;
        }
        posts.push(body);
        const isStale = elsewhere !== null && body['_revision'] !== String(elsewhere.revision);
        const isSent = !isStale && body['_do'] === 'submit';
        if (isSent && refuses) {
          answer(request, reply, 422, formWith(body, catalogues, { revision: posts.length }, 'refused'));
          return;
        }
        if (isSent) {
          reply.redirect(303, '/my/visits/v1/receipt');
          return;
        }
        const form = formWith(body, catalogues, {
          revision: isStale ? (elsewhere?.revision ?? 0) : posts.length,
          savedAt: new Date('2020-12-03T13:15:00Z'),
          problem: isStale ? 'Bản nháp đã được lưu từ một trang khác.' : null,
        });
        if (!isStale) elsewhere &&= { ...elsewhere, revision: posts.length };
        answer(request, reply, isStale ? 409 : 200, form);
      });
      // Refusals stand at the address of the form, or at one that cannot be opened.
      for (const [address, name] of [
        ['/months/2020-12/calendar/m1/cancel', 'calendar-meeting.wrong'],
        ['/my/absences/conflicts', 'my-absences.full'],
        ['/absences', 'absences.wrong'],
        ['/holidays', 'holidays.effect'],
        ['/pairings', 'pairings.full'],
      ] as const) {
        const refused = galleryPages.find((each) => each.name === name);
        app.post(address, (_request, reply) => {
          if (refused) reply.type('html').send(views.render(refused.template, refused.model, contextOf(refused, 'vi')));
        });
      }
      app.use((_request, reply, next) => {
        reply.setHeader('Cache-Control', 'no-store');
        next();
      });
      app.use('/months/2020-12/calendar/move', (request, reply, next) => {
        reply.setHeader('Cache-Control', 'no-store');
        const preview = galleryPages.find(({ name }) => name === 'move-meetings.preview');
        if (request.method !== 'POST' || !preview) next();
        else reply.type('html').send(views.render(preview.template, preview.model, contextOf(preview, 'vi')));
      });
      app.get('/jobs/:id/events', (_request, reply) => {
        reply.type('text/event-stream');
        for (const each of news) reply.write(`data: ${JSON.stringify(each)}\n\n`);
      });
    });
    chromium = await launchChromium();
    windows = new BrowserWindows(chromium.browser);
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });
  beforeEach(async () => {
    posts.length = 0;
    elsewhere = null;
    refuses = false;
    token = 'gallery-token';
    ({ context, page } = await windows.open({ viewport: DESK, locale: 'vi-VN' }));
  });
  afterEach(() => windows.giveBack());

  const keptOnDevice = () => keptForms(page);
  const open = (name: string) => page.goto(`${server.origin}/${name}/vi`);

  it('keep what was chosen for a move when its preview is left by Back, and open again by Forward', async () => {
    await page.goto(`${server.origin}/months/2020-12/calendar/move`);
    const boxes = page.locator('input[name=meeting]');
    const isChosen = () =>
      page.evaluate<boolean[]>(`[...document.querySelectorAll('input[name=meeting]')].map(({ checked }) => checked)`);
    for (const summary of await page.locator('details.more:not([open]) > summary').all()) await summary.click();
    const before = await isChosen();
    await boxes.nth(0).setChecked(!before[0]);
    await page.fill('input[name=most]', '7');
    const chosen = await isChosen();
    expect(chosen).not.toEqual(before);
    await page.locator('button[name=step][value=preview]').click();
    await page.waitForSelector('button[name=step][value=save]');
    await page.waitForFunction('history.state?.typed');
    await page.goBack();
    await page.waitForFunction('history.state?.typed');
    expect([await isChosen(), await page.inputValue('input[name=most]')]).toEqual([chosen, '7']);
    expect((await page.goForward())?.status()).toBe(200);
    expect(await page.locator('input[name=most]').count()).toBe(1);
  });

  it.each<[string, string, Record<string, string | true>]>([
    ['/absences?q=an', 'form[action="/absences"][data-keeps]', { from: '04/01/2021', to: '05/01/2021' }],
    [
      '/holidays?year=2021',
      'form[action="/holidays"][data-keeps]',
      { day: '04/01/2021', name: 'Nghỉ bù', yearly: true },
    ],
    ['/my/absences', 'form[action$="/conflicts"]', { reason: 'relative', until: '04/01/2021' }],
    ['/months/2020-12/calendar/m1', 'form[action$="/cancel"]', { note: 'Bí thư đi công tác' }],
    ['/pairings', 'form[action="/pairings"]', { reason: 'Kèm người mới' }],
  ])('keep what was typed at %s when it was refused and is left by Back', async (address, form, typed) => {
    await page.goto(`${server.origin}${address}`);
    const field = (name: string) => page.locator(`${form} [name="${name}"]`);
    for (const [name, value] of Object.entries(typed)) {
      if (value === true) await field(name).setChecked(true);
      else if (await page.locator(`${form} select[name="${name}"]`).count()) await field(name).selectOption(value);
      else await field(name).fill(value);
    }
    const isTyped = async () => {
      for (const [name, value] of Object.entries(typed)) {
        if (value === true) expect(await field(name).isChecked()).toBe(true);
        else expect(await field(name).inputValue()).toBe(value);
      }
    };
    // Everything but what is tried here is as the gallery has it, and may be refused by the browser as unfinished.
    await Promise.all([
      page.waitForEvent('framenavigated'),
      page.evaluate(`document.querySelector(${JSON.stringify(form)}).setAttribute('novalidate', ''),
        document.querySelector(${JSON.stringify(form)}).requestSubmit()`),
    ]);
    await page.waitForFunction('history.state?.typed');
    await page.goBack();
    await page.waitForFunction('history.state?.typed');
    expect(page.url()).toBe(`${server.origin}${address}`);
    await isTyped();
    expect((await page.goForward())?.status()).toBe(200);
  });

  it('assess a form as the service does, whatever is written in it', async () => {
    await open('form.fresh');
    for (const template of [standardForm, ownTemplate]) await assessesAlike(template);
  });

  async function assessesAlike(template: FormTemplate): Promise<void> {
    const form = visitForm(rubric42Hd, someContext, template);
    const basis: FormBasis = { form, rubric: rubric42Hd, context: someContext };
    const entries = fc.sample(randomEntries(form), { seed: SEED, ...propertyRuns(100) });
    const here = await page.evaluate<string[]>(`(async ({ basis, entries }) => {
      const { assessForm } = await import('/compiled/modules/evaluations/domain/assess-form.js');
      return entries.map((each) => JSON.stringify(assessForm(basis, each)));
    })(${JSON.stringify({ basis, entries })})`);
    // As JSON on both sides, because that is how entries reach either.
    const sent = JSON.parse(JSON.stringify(entries)) as unknown[];
    expect(here).toEqual(sent.map((each) => JSON.stringify(assessForm(basis, each))));
    expect(new Set(here).size).toBeGreaterThan(entries.length / 2);
  }

  it.each(['draft', 'refused'] as const)(
    'say without a network of what is written what the service says of it (%s)',
    async (stage) => {
      await open('form.fresh');
      const kinds = visitForm(rubric42Hd, someContext, standardForm);
      const random = fc.sample(randomEntries(kinds), { seed: SEED, ...propertyRuns(60) });
      await page.fill('#present', '36');
      // What is loaded when it is needed is there from now on.
      await page.evaluate(`(async () => {
        ${SHOWN}
        await import(built + 'form-entries.js');
        await import(built + 'live/live-form.js');
      })()`);
      await context.setOffline(true);
      const shown = await page.evaluate<Shown[]>(`(async ({ random, stage }) => {
        ${SHOWN}
        const { fillForm, entriesOf } = await import(built + 'form-entries.js');
        const form = document.querySelector('form[data-visit-form]');
        return random.map((each) => {
          fillForm(form, each);
          form.dispatchEvent(new Event(stage === 'refused' ? 'unsent' : 'change'));
          return { entries: entriesOf(form), parts: partsOf(form) };
        });
      })(${JSON.stringify({ random: random.map(asTyped), stage })})`);
      const views = new Views({ assets: new Assets(), tones });
      const fresh = galleryPages.find(({ name }) => name === 'form.fresh') as GalleryPage;
      const judged = shown
        .map(({ entries, parts }) => ({ parts, form: formWith(entries, catalogues, {}, stage) }))
        // Which day it is, only the service says.
        .filter(({ form }) => form.byClock === '');
      expect(judged.length).toBeGreaterThan(random.length / 4);
      const said = judged.map(({ form }) =>
        views.renderPart('visit-form-changes', changesOf(form), contextOf(fresh, 'vi')),
      );
      const parts = await page.evaluate<Shown['parts'][]>(`(async (said) => {
        ${SHOWN}
        return said.map((html) => {
          const holder = document.createElement('template');
          holder.innerHTML = html;
          return partsOf(holder.content);
        });
      })(${JSON.stringify(said)})`);
      for (const [i, part] of parts.entries()) expect(judged[i]?.parts).toEqual(part);
      expect(new Set(parts.map(({ score }) => score)).size).toBeGreaterThan(5);
      expect(parts.flatMap((part) => Object.keys(part)).filter((key) => /^field-/.test(key)).length).toBeGreaterThan(
        20,
      );
    },
  );

  it('let the service have the last word, and leave what it says of its clock', async () => {
    await open('form.fresh');
    const dated = { ...untouched, date: '31/12/2020' };
    for (const [name, value] of Object.entries({ date: dated.date, present: '36' })) await page.fill(`#${name}`, value);
    await page.locator('#date-note .field-error', { hasText: 'chưa diễn ra' }).waitFor();
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu' }).waitFor();
    await context.setOffline(true);
    // Another field is written: what the service has said of the day stands.
    await page.fill('#speakers', '50');
    await page.locator('#speakers-note .field-error', { hasText: 'Nhiều hơn số có mặt (36)' }).waitFor();
    expect(await page.locator('#date-note .field-error').count()).toBe(1);
    expect(await page.locator('[data-live=review]').innerText()).toContain('chưa diễn ra');
    // The day itself is written anew: nothing is known of it here.
    await page.fill('#date', '30/12/2020');
    await page.locator('#date-note .field-error').waitFor({ state: 'detached' });
    await context.setOffline(false);
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.locator('#date-note .field-error', { hasText: 'chưa diễn ra' }).waitFor();
  });

  it('count up and down by a button', async () => {
    await open('form.fresh');
    await page.fill('#present', '36');
    await page.getByRole('button', { name: 'Thêm 1: Có mặt' }).click();
    expect(await page.inputValue('#present')).toBe('37');
    await page.getByRole('button', { name: 'Bớt 1: Có mặt' }).click();
    await page.getByRole('button', { name: 'Bớt 1: Có mặt' }).click();
    expect(await page.inputValue('#present')).toBe('35');
    await page.press('#present', 'ArrowUp');
    expect(await page.inputValue('#present')).toBe('36');
    const total = '#selfTotal';
    const byAQuarter = (which: string) =>
      page.getByRole('button', { name: `${which} 0,25: Tổng điểm chi bộ tự chấm` }).click();
    await byAQuarter('Bớt');
    expect(await page.inputValue(total)).toBe('');
    await page.fill(total, '9,5');
    await byAQuarter('Thêm');
    expect(await page.inputValue(total)).toBe('9,75');
    await page.fill(total, '9.5');
    await byAQuarter('Bớt');
    expect(await page.inputValue(total)).toBe('9,25');
  });

  it('find rows while one types, without diacritics', async () => {
    await open('month.draft');
    const visible = () => page.locator('.matrix tbody tr:visible').allTextContents();
    const all = (await visible()).length;
    await page.fill('[data-filter]', 'nguyen');
    const found = await visible();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all);
    expect(found.every((text) => /Nguyễn|Nguyên/.test(text))).toBe(true);
    await page.fill('[data-filter]', '');
    expect(await visible()).toHaveLength(all);
  });

  it('show the first rows of a long list on a phone, then more, and search in all of them', async () => {
    await page.setViewportSize(PHONE);
    await open('branches.full');
    const rows = page.locator('.rows-list > tbody > tr');
    const all = await rows.count();
    const visible = () => page.locator('.rows-list > tbody > tr:visible').count();
    expect([all > 15, await visible()]).toEqual([true, 10]);
    const more = page.locator('.more-rows');
    expect(await more.textContent()).toContain(String(all - 10));
    await more.press('Enter');
    expect(await visible()).toBe(Math.min(all, 40));
    expect(await page.locator('.rows-list > tbody > tr:nth-child(11) a:focus').count()).toBe(1);
    await page.setViewportSize(DESK);
    expect(await visible()).toBe(all);
  });

  it('show why beside the month, without leaving it', async () => {
    await open('month.draft');
    await page.locator('a[data-why="/meetings/m12"]').first().click();
    await page.locator('[data-why-panel] table').waitFor();
    expect(await page.locator('[data-why-panel]').textContent()).toContain('Vì sao là Trần Quốc Dũng');
    expect(new URL(page.url()).pathname).toBe('/month.draft/vi');
    expect(await page.locator('[data-why-panel] a').last().getAttribute('href')).toContain('/meetings/m12');
  });

  it('follow the link where the panel cannot be filled', async () => {
    await open('month.draft');
    await page.route('**/meetings/m12', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.locator('a[data-why="/meetings/m12"]').first().click();
    await page.waitForURL('**/meetings/m12');
  });

  it('move the bar of a job as the server tells it, and load the page again at its end', async () => {
    const told = 'mục tiêu thứ 3 trong 4: phương án tốt nhất đến nay cách mức tối ưu nhiều nhất 0,1%';
    await page.route('**/month.solving/vi', (route) =>
      route.request().headers()['x-fragment'] === 'progress'
        ? route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'x-fragment': 'progress' },
            body: `<p><span data-job-detail>${told}</span></p>`,
          })
        : route.continue(),
    );
    news = [{ share: 0.75, figure: '75%', over: false }];
    await open('month.solving');
    await page.locator('[data-job-detail]', { hasText: told }).waitFor();
    await page.locator('[data-job-figure]', { hasText: '75%' }).waitFor();
    expect(await page.locator('[data-job-bar]').getAttribute('value')).toBe('0.75');
    news = [{ share: 1, figure: '100%', over: true }];
    const again = page.waitForEvent('framenavigated');
    await page.reload();
    await again;
    await page.waitForEvent('framenavigated');
  });

  it('let a list grow, and name what is added', async () => {
    await open('form.fresh');
    const list = page.locator('#shortcomings');
    expect(await list.locator('[data-list-item]').count()).toBe(0);
    await list.getByRole('button', { name: 'Thêm hạn chế' }).click();
    await page.fill('[name="shortcomings[0][text]"]', 'Còn rác đầu hẻm');
    await list.getByRole('button', { name: 'Thêm hạn chế' }).click();
    await page.fill('[name="shortcomings[1][text]"]', 'Nghị quyết gửi muộn');
    expect(await list.locator('[data-list-item]').count()).toBe(2);
  });

  it('show one section of the form a screen on a phone, and send from the last', async () => {
    await page.setViewportSize(PHONE);
    await open('form.fresh');
    const sections = page.locator('[data-section]');
    const last = (await sections.count()) - 1;
    expect(await page.locator('[data-section]:visible').count()).toBe(1);
    expect(await page.locator('[data-submit]').isVisible()).toBe(false);
    for (let i = 0; i < last; i += 1) await page.getByRole('button', { name: 'Tiếp tục' }).click();
    expect(await sections.nth(last).isVisible()).toBe(true);
    expect(await page.locator('[data-submit]').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Trước' }).click();
    expect(await sections.nth(last).isVisible()).toBe(false);
  });

  it('save while one writes, and take the score and the faults from the service', async () => {
    await open('form.fresh');
    expect(await page.locator('[data-live=saved]').textContent()).toBe('Chưa lưu');
    await page.fill('#endedAt', '21:00');
    await page.fill('#present', '36');
    await page.fill('#speakers', '38');
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu bản nháp lúc 20:15' }).waitFor();
    expect(posts.at(-1)).toMatchObject({ _do: 'save', _csrf: 'gallery-token', present: '36', speakers: '38' });
    expect(await page.locator('#speakers-note .field-error').textContent()).toContain('Nhiều hơn số có mặt (36)');
    expect(await page.getAttribute('#speakers', 'aria-invalid')).toBe('true');
    expect(await page.locator('.score-groups li').first().textContent()).toContain('5');
    await page.fill('#speakers', '20');
    await page.locator('#speakers-note .field-error').waitFor({ state: 'detached' });
    expect(await page.inputValue('[name=_revision]')).toBe(String(posts.length));
  });

  it('hide what need not be answered', async () => {
    await open('form.fresh');
    await page.check('#meetingKind >> xpath=ancestor::fieldset >> input[value=thematic]');
    await page.locator('[data-question="scores-regular_content"]').waitFor({ state: 'hidden' });
  });

  it('keep on the device what could not be saved, and offer it again', async () => {
    await open('form.fresh');
    await context.setOffline(true);
    await page.fill('#present', '31');
    await page.getByRole('button', { name: 'Thêm hạn chế' }).click();
    await page.fill('[name="shortcomings[0][text]"]', 'Còn rác đầu hẻm');
    await page.locator('[data-live=saved]', { hasText: 'Mất kết nối' }).waitFor();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await open('form.fresh');
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu' }).waitFor();
    expect(await page.inputValue('#present')).toBe('31');
    expect(await page.inputValue('[name="shortcomings[0][text]"]')).toBe('Còn rác đầu hẻm');
    expect(posts.at(-1)).toMatchObject({ present: '31', 'shortcomings[0][text]': 'Còn rác đầu hẻm' });
    expect(await keptOnDevice()).toBe(0);
  });

  it('save and send a form without TLS, where a device can keep nothing, and say so before the page is left', async () => {
    const address = new URL(`${server.origin}/form.fresh/vi`);
    address.hostname = WITHOUT_TLS;
    await page.goto(address.href);
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.fill('#present', '31');
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu' }).waitFor();
    await context.setOffline(true);
    await page.fill('#present', '32');
    await page.locator('[data-live=saved]', { hasText: 'Máy này không giữ được nội dung' }).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu' }).waitFor();
    await page.locator('[data-submit]').click();
    await page.waitForURL('**/receipt');
    expect(posts.at(-1)).toMatchObject({ present: '32', _do: 'submit' });
  });

  it('show where a form that was sent is refused, keep what was typed, and say how much is still missing', async () => {
    refuses = true;
    await open('form.fresh');
    await page.fill('#present', '999');
    const send = page.locator('[data-submit]');
    expect(await send.textContent()).toMatch(/Gửi phiếu \(còn thiếu \d+\)/);
    await send.click();
    await page.locator('[data-live=errors] .notice-error').waitFor();
    expect(await page.inputValue('#present')).toBe('999');
    expect(await page.locator('#present-note .field-error').textContent()).not.toBe('');
    expect(await page.getAttribute('#present', 'aria-invalid')).toBe('true');
    await page.locator('.form-contents summary').click();
    const open1 = await page.locator('.form-contents li', { hasText: 'còn' }).count();
    expect(open1).toBeGreaterThan(5);
    await page.locator('.form-contents a').last().click();
    expect(await page.locator('.form-contents').getAttribute('open')).toBeNull();
  });

  it('keep a text beyond what is taken, and say so while it is there', async () => {
    await open('form.fresh');
    const field = page.locator('#recommendations');
    const longest = Number(await field.getAttribute('data-longest'));
    await field.fill('ă'.repeat(longest + 3));
    expect(await field.inputValue()).toHaveLength(longest + 3);
    expect(await page.locator('.field-count').textContent()).toContain(`${longest + 3}/${longest}. Dài quá mức nhận`);
    await field.fill('ă'.repeat(longest - 3));
    expect(await page.locator('.field-count').textContent()).toBe(`${longest - 3}/${longest}`);
    await field.fill('ă');
    expect(await page.locator('.field-count').count()).toBe(0);
  });

  it('weigh little: a phone that opens the form for the first time fetches at most 200 kB', async () => {
    const loaded: Promise<number>[] = [];
    const first = await chromium.browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
    page = await first.newPage();
    page.on('requestfinished', (request) =>
      loaded.push(
        (async () => {
          const { responseBodySize, responseHeadersSize } = await request.sizes();
          const reply = await request.response();
          // The gallery serves pages uncompressed; the service compresses them.
          const isPage = reply?.headers()['content-type']?.startsWith('text/html') ?? false;
          return (
            responseHeadersSize + (isPage ? brotliCompressSync((await reply?.body()) ?? '').length : responseBodySize)
          );
        })(),
      ),
    );
    await page.goto(`${server.origin}/form.draft/vi`, { waitUntil: 'networkidle' });
    const bytes = await Promise.all(loaded);
    await first.close();
    expect(bytes.length).toBeGreaterThan(10);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(200_000);
  });

  it('stay on the page when the line is dead as one sends, and send once it is back', async () => {
    await open('form.fresh');
    await page.fill('#present', '31');
    await context.setOffline(true);
    await page.click('[data-submit]');
    await page.locator('[data-live=saved]', { hasText: 'Chưa gửi được vì mất mạng' }).waitFor();
    expect(await page.inputValue('#present')).toBe('31');
    expect(posts.filter((post) => post['_do'] === 'submit')).toEqual([]);
    await context.setOffline(false);
    await page.waitForURL('**/my/visits/v1/receipt');
    expect(posts.at(-1)).toMatchObject({ _do: 'submit', present: '31' });
    expect(await keptOnDevice()).toBe(0);
  });

  it('say that the session is over and nothing is lost, and go on after the next', async () => {
    await open('form.fresh');
    token = null;
    await page.fill('#present', '31');
    await page.click('[data-submit]');
    const link = page.locator('.kept-sign-in a');
    await link.waitFor();
    expect(await page.locator('.kept-sign-in').textContent()).toContain('Không mất gì');
    expect(await link.getAttribute('href')).toBe('/sign-in?to=%2Fmy%2Fvisits%2Fv1%2Fform');
    token = 'another-token';
    await page.evaluate(`dispatchEvent(new Event('focus'))`);
    await page.waitForURL('**/my/visits/v1/receipt');
    expect(posts.at(-1)).toMatchObject({ _do: 'submit', _csrf: 'another-token', present: '31' });
  });

  it('join what two devices wrote, and ask only where both changed the same', async () => {
    const theirs = {
      recommendations: 'Hỗ trợ điểm tập kết rác',
      place: 'Nhà văn hóa',
      'strengths[0][text]': 'Đúng giờ',
    };
    elsewhere = { revision: 41, content: theirs };
    await open('form.fresh');
    await page.getByRole('button', { name: 'Thêm ưu điểm' }).click();
    await page.fill('[name="strengths[0][text]"]', 'Chuẩn bị kỹ');
    await page.fill('#place', 'Trụ sở khu phố');
    await page.getByText('hai nơi cùng sửa').waitFor();
    expect(await page.inputValue('#recommendations')).toBe(theirs.recommendations);
    expect(await page.locator('.differences li b').allTextContents()).toEqual(['Nơi họp']);
    expect(posts).toHaveLength(1);
    await page.getByRole('button', { name: 'Lấy bản kia' }).click();
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu bản nháp' }).waitFor();
    expect(posts.at(-1)).toMatchObject({ ...theirs, 'strengths[1][text]': 'Chuẩn bị kỹ' });
    expect(await page.getByText('Bản nháp đã được lưu từ một trang khác.').count()).toBe(0);
  });

  it('remove an item of a list, and put it back', async () => {
    await open('form.fresh');
    const list = page.locator('#shortcomings');
    for (const text of ['Còn rác đầu hẻm', 'Họp muộn']) {
      await list.getByRole('button', { name: 'Thêm hạn chế' }).click();
      await list.locator('textarea[name$="[text]"]').last().fill(text);
    }
    await list.getByRole('button', { name: 'Xóa mục này' }).first().click();
    await page.locator('[data-live=saved]', { hasText: 'Đã lưu' }).waitFor();
    expect(Object.entries(posts.at(-1) ?? {}).filter(([name]) => name.endsWith('[text]'))).toEqual([
      ['shortcomings[1][text]', 'Họp muộn'],
    ]);
    await list.getByRole('button', { name: 'Lấy lại' }).click();
    expect(await page.inputValue('[name="shortcomings[0][text]"]')).toBe('Còn rác đầu hẻm');
  });

  it('keep Back and a reload of a phone within the form', async () => {
    await page.setViewportSize(PHONE);
    await open('form.fresh');
    const shown = () => page.locator('[data-section]:visible').getAttribute('id');
    const first = await shown();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    const second = await shown();
    expect(second).not.toBe(first);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.goBack();
    expect(await shown()).toBe(second);
    await page.reload();
    expect(await shown()).toBe(second);
    await page.getByRole('button', { name: 'Trước' }).click();
    await page.locator(`#${first ?? ''}`).waitFor();
    expect(await shown()).toBe(first);
  });

  it('ask before a sign-out loses what only this device has, and leave nothing behind', async () => {
    await open('form.fresh');
    await context.setOffline(true);
    await page.fill('#present', '31');
    await page.locator('[data-live=saved]', { hasText: 'Mất kết nối' }).waitFor();
    expect(await keptOnDevice()).toBe(1);
    await page.locator('.menu-button').click();
    let asked = 0;
    let answer: 'accept' | 'dismiss' = 'dismiss';
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog[answer]();
    });
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    // The page asks once it has looked what the device keeps.
    await until(() => asked === 1);
    expect(await keptOnDevice()).toBe(1);
    answer = 'accept';
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-out');
    expect(await keptOnDevice()).toBe(0);
  });

  it('are not needed: without them every section is there, and the form is sent', async () => {
    const plain = await chromium.browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${server.origin}/form.fresh/vi`);
    expect(await bare.locator('[data-section]:visible').count()).toBe(await bare.locator('[data-section]').count());
    await bare.fill('#present', '36');
    await bare.fill('[name="strengths[0][text]"]', 'Chuẩn bị kỹ');
    await bare.click('[data-submit]');
    expect(posts.at(-1)).toMatchObject({ _do: 'submit', present: '36', 'strengths[0][text]': 'Chuẩn bị kỹ' });
    await plain.close();
  });

  it('move through the month by keys, and list them', async () => {
    await open('month.draft');
    const chips = page.locator('.matrix tbody a.chip');
    const first = await chips.first().textContent();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await chips.first().focus();
    await page.keyboard.press('?');
    expect(await page.locator('dialog.keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('dialog.keys').waitFor({ state: 'hidden' });
    await chips.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.className')).toContain('chip');
    expect(await page.evaluate('document.activeElement.textContent')).not.toBe(first);
  });

  it('close a menu on Escape', async () => {
    await open('people.full');
    await page.locator('.menu-button').click();
    expect(await page.locator('.menu-panel').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu-panel').isVisible()).toBe(false);
  });
});
