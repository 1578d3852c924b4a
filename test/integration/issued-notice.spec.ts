import type { Actor } from '../../src/kernel/actor.ts';
import { type BranchId, type DocumentId, newId, type SpecialistId } from '../../src/kernel/id.ts';
import { day, type Month, month } from '../../src/kernel/month.ts';
import { HistoryReadModel } from '../../src/modules/audit/index.ts';
import { DocumentRegister, headOf } from '../../src/modules/documents/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

/** The last one first: what is published changes the balances of later months, whose drafts are outdated then. */
const MONTHS = ['2021-02', '2021-01', '2020-12'] as const;

describe('the notice of a published month', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let person: { id: SpecialistId; email: string; name: string };
  const plans = new Map<string, string>();
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    person = await aSpecialist(service, committee, ground);
    board = await someone('ban', 'Trần Văn Ban', 'board');
    for (const written of MONTHS) await called(month(written), await aBranch(service, committee, ground));
    for (const written of MONTHS) await planned(month(written));
  });

  const someone = (mail: string, name: string, role: 'board' | 'leader') =>
    signIn(service, committee, { email: `${mail}.${committee.committeeId.slice(-8)}@mau.example`, name, role });
  const called = async (of: Month, branchId: BranchId) => {
    const at = { day: day(`${of}-07`), time: '19:30', minutes: 90, place: '', note: '' };
    await service.as(committee, () => service.get(AddMeeting).execute(of, { branchId, kind: 'regular', ...at }));
  };
  const planned = async (of: Month) => {
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
    const solveId = await asBoard(() => service.get(PlanMonth).execute(of));
    await asBoard(() => service.get(SolveMonth).execute(of, solveId, new AbortController().signal));
    plans.set(of, (await service.as(committee, () => service.get(Plans).findHeader(of)))?.id ?? '');
  };
  const publish = (of: string, noticeNumber?: number) =>
    apiOf(service, board)<{ noticeSymbol: string; noticeId: DocumentId; code?: string }>(
      'POST',
      `/months/${of}/plan/publication`,
      { planId: plans.get(of), revision: 1, ...(noticeNumber !== undefined && { noticeNumber }) },
    );
  const issue = (given: number | null = null, type = 'TB') =>
    service.as(committee, () =>
      service.get(DocumentRegister).issue({
        type,
        given,
        title: 'Thông báo',
        compose: (letterhead, number, issuedOn) => ({
          head: headOf(letterhead, number, issuedOn),
          typeName: 'Thông báo',
          abstract: 'thử',
          body: [],
          signature: letterhead.signature,
          recipients: { to: [], archive: letterhead.board },
        }),
      }),
    );
  const numbers = () =>
    service.as(committee, async () =>
      (await service.work.query<{ number: number }>(`select number from documents order by number`)).map(
        ({ number }) => number,
      ),
    );

  describe('has a number', () => {
    it('without a gap, also where several are issued at once', async () => {
      await Promise.all([1, 2, 3].map(() => issue()));
      expect(await numbers()).toEqual([1, 2, 3]);
      expect((await publish('2020-12')).body.noticeSymbol).toBe('04-TB/BTC');
    });

    it('without a gap in each term and type, also where the term ends in between and all are issued at once', async () => {
      const beginTerm = (term: string) =>
        service.as(committee, () =>
          service.work.query(`update committees set labels = labels || jsonb_build_object('term', $1::text)`, [term]),
        );
      const rows = () =>
        service.as(committee, () =>
          service.work.query(`select term, type, array_agg(number order by number) as numbers
            from documents group by term, type order by term, type`),
        );
      await beginTerm('2015–2020');
      const last = await Promise.all([publish('2021-02'), issue(), issue(null, 'BC')]);
      expect(last[0].status).toBe(201);
      await beginTerm('2020–2025');
      const first = await Promise.all([publish('2021-01'), issue(), issue(null, 'BC'), issue()]);
      expect(first[0].status).toBe(201);
      expect(await rows()).toEqual([
        { term: '2015–2020', type: 'BC', numbers: [1] },
        { term: '2015–2020', type: 'TB', numbers: [1, 2] },
        { term: '2020–2025', type: 'BC', numbers: [1] },
        { term: '2020–2025', type: 'TB', numbers: [1, 2, 3] },
      ]);
    });

    it('of the office’s own register, above which the next ones go on', async () => {
      expect((await publish('2021-02', 57)).body.noticeSymbol).toBe('57-TB/BTC');
      expect((await publish('2021-01', 12)).body.noticeSymbol).toBe('12-TB/BTC');
      expect((await publish('2020-12')).body.noticeSymbol).toBe('58-TB/BTC');
    });

    it('that nothing else has, whoever is first, and nothing is published with one that is taken', async () => {
      const outcomes = await Promise.allSettled([issue(5), issue(5), issue(4)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      expect(await numbers()).toEqual([4, 5]);
      expect((await publish('2020-12', 5)).body.code).toBe('register.number_taken');
      expect(await numbers()).toEqual([4, 5]);
      expect(await service.as(committee, () => service.work.query(`select from month_visits`))).toEqual([]);
      expect((await publish('2020-12')).body.noticeSymbol).toBe('06-TB/BTC');
    });

    it('that is typed on the page, and asked for again with a sentence where it is none', async () => {
      await publish('2021-01', 5);
      const browser = browserOf(service, board);
      const { html } = await browser.open('/months/2020-12/publish');
      expect(html).toContain('hiện là 06');
      const send = (noticeNumber: string) =>
        browser.post('/months/2020-12/publish', {
          planVersion: hiddenIn(html, 'planVersion'),
          seen: hiddenIn(html, 'seen'),
          noticeNumber,
        });
      const wrong = await send('57-TB');
      expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('chỉ ghi chữ số')]);
      expect(wrong.html).toContain('value="57-TB"');
      const taken = await send('5');
      expect([taken.status, taken.html]).toEqual([409, expect.stringContaining('05-TB/BTC, ngày 25/11/2020')]);
      expect((await send(' 57 ')).status).toBe(303);
      expect((await send('58')).status).toBe(303);
      expect(await numbers()).toEqual([5, 57]);
    });
  });

  describe('is read as a page', () => {
    it('with the very words of its files, by those who may, and by those whom it orders', async () => {
      const { noticeId } = (await publish('2020-12')).body;
      const leader = await someone('truc', 'Lê Thị Trực', 'leader');
      const { status, html } = await browserOf(service, leader).open(`/documents/${noticeId}/html`);
      expect(status).toBe(200);
      for (const words of ['01-TB/BTC', 'THÔNG BÁO', 'Lê Thị Nga', 'Nơi nhận:', 'Phụ lục II']) {
        expect(html).toContain(words);
      }
      const nga = await specialist(person);
      expect((await browserOf(service, nga).open(`/my/notices/${noticeId}/html`)).html).toContain('01-TB/BTC');
      expect((await browserOf(service, nga).open(`/documents/${noticeId}/html`)).status).toBe(403);
    });
  });

  const specialist = ({ id, email, name }: typeof person) =>
    signIn(service, committee, { email, name, role: 'specialist', specialistId: id });

  describe('is kept as it was signed', () => {
    const PDF = new TextEncoder().encode('%PDF-1.7\nbản ký');
    const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);

    const upload = async (who: SignedInPerson, bytes: Uint8Array | null, seen: number, name = 'bản ký.pdf') => {
      const body = new FormData();
      body.append('_csrf', who.csrf);
      body.append('seen', String(seen));
      if (bytes) body.append('file', new Blob([Uint8Array.from(bytes)]), name);
      const reply = await fetch(`${service.url}/months/2020-12/notice/signed`, {
        method: 'POST',
        body,
        headers: { cookie: who.cookie, accept: 'text/html' },
        redirect: 'manual',
      });
      return { status: reply.status, html: await reply.text() };
    };
    const download = async (who: SignedInPerson, path: string) => {
      const reply = await fetch(service.url + path, { headers: { cookie: who.cookie } });
      return {
        status: reply.status,
        type: reply.headers.get('content-type'),
        disposition: reply.headers.get('content-disposition'),
        bytes: new Uint8Array(await reply.arrayBuffer()),
      };
    };

    it('is downloaded as what it is, under a safe name, by leaders and by those whom the notice orders', async () => {
      const { noticeId } = (await publish('2020-12')).body;
      expect((await upload(board, JPEG, 0, '../ảnh "ký".pdf')).status).toBe(303);
      const leader = await someone('truc', 'Lê Thị Trực', 'leader');
      const page = (await browserOf(service, leader).open('/months/2020-12/notice')).html;
      expect(page).toContain(`href="/documents/${noticeId}/signed/1"`);
      expect(page).toContain('Trần Văn Ban tải lên lúc');
      expect(page).not.toContain('type="file"');
      const wanted = {
        status: 200,
        type: 'image/jpeg',
        disposition: 'attachment; filename="01-TB-BTC-ban-ky.jpg"',
        bytes: JPEG,
      };
      expect(await download(leader, `/documents/${noticeId}/signed/1`)).toEqual(wanted);
      const nga = await specialist(person);
      expect(await download(nga, `/my/notices/${noticeId}/signed`)).toEqual(wanted);
      expect((await download(nga, `/documents/${noticeId}/signed/1`)).status).toBe(403);
      expect((await upload(leader, PDF, 1)).status).toBe(403);
    });

    it('once, however often it is sent, and every copy stays where another takes its place', async () => {
      const { noticeId } = (await publish('2020-12')).body;
      const twice = await Promise.all([upload(board, PDF, 0), upload(board, PDF, 0)]);
      expect(twice.map(({ status }) => status)).toEqual([303, 303]);
      const stale = await upload(board, JPEG, 0);
      expect([stale.status, stale.html]).toEqual([412, expect.stringContaining('Trần Văn Ban')]);
      expect((await upload(board, JPEG, 1)).status).toBe(303);
      expect((await download(board, `/documents/${noticeId}/signed/1`)).bytes).toEqual(PDF);
      expect((await download(board, `/documents/${noticeId}/signed/2`)).bytes).toEqual(JPEG);
      expect((await download(board, `/documents/${noticeId}/signed/3`)).status).toBe(404);
      const trail = await service.as(committee, () =>
        service.get(HistoryReadModel).list({ kind: 'document', id: noticeId }, 5),
      );
      expect(trail.map(({ action, by }) => [action, by])).toEqual([
        ['document.signed_copy_replaced', 'Trần Văn Ban'],
        ['document.signed_copy_kept', 'Trần Văn Ban'],
        ['document.issued', 'Trần Văn Ban'],
      ]);
    });

    it('only if it is a scan of a size that is taken', async () => {
      await publish('2020-12');
      const large = new Uint8Array(15 * 1024 * 1024 + 1);
      large.set(PDF);
      const cases: [Uint8Array | null, number, string][] = [
        [null, 422, 'Chưa chọn tệp'],
        [new Uint8Array(), 422, 'Tệp này rỗng'],
        [new TextEncoder().encode('<script>alert(1)</script>'), 415, 'không phải PDF, JPEG hay PNG'],
        [large, 413, '15'],
      ];
      for (const [bytes, status, words] of cases) {
        const reply = await upload(board, bytes, 0);
        expect([reply.status, reply.html]).toEqual([status, expect.stringContaining(words)]);
      }
      const largest = large.slice(0, -1);
      expect((await upload(board, largest, 0)).status).toBe(303);
    });

    it('and there is none before a month is published', async () => {
      expect((await browserOf(service, board).open('/months/2020-12/notice')).status).toBe(404);
      expect((await download(board, `/documents/${newId<'Document'>()}/signed/1`)).status).toBe(404);
    });
  });
});
