import { brotliCompressSync } from 'node:zlib';
import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { asHtmlPost, someAnswers } from '../fixtures/some-answers.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

/** Forms with the same words are no ordinary ones. */
const words = (text: string) => ({ 'shortcomings[0][text]': text });

describe('the pages of forms', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  let board: SignedInPerson;
  let leader: SignedInPerson;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    nga = await somebody('Lê Thị Nga');
    board = await signIn(service, committee, { email: 'ban.to.chuc@mau.example', name: 'Trần Văn Ban', role: 'board' });
    leader = await signIn(service, committee, { email: 'lanh.dao@mau.example', name: 'Võ Văn Lãnh', role: 'leader' });
  });
  afterAll(() => service.end());

  async function somebody(name: string) {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    return { ...(await signIn(service, committee, { email, name, role: 'specialist', specialistId: id })), id };
  }

  async function myVisit(heldOn = '2020-12-03'): Promise<Visit> {
    const branchId = await aBranch(service, committee, ground);
    return aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day(heldOn) });
  }

  /** The fields that the page of a form would send. */
  async function typed(visit: Visit, changes: Record<string, string> = {}) {
    const { html } = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    const own = ['_submissionId', '_basedOn', '_revision'].map((name) => [name, hiddenIn(html, name)]);
    const answers = asHtmlPost(someAnswers({ directives: [] }));
    return { ...answers, ...(Object.fromEntries(own) as Record<string, string>), ...changes };
  }
  const post = (visit: Visit, fields: Record<string, string>) =>
    browserOf(service, nga).post(`/my/visits/${visit.id}/form`, fields);

  async function sent(visit: Visit, changes: Record<string, string> = {}): Promise<string> {
    await post(visit, await typed(visit, { ...changes, _do: 'submit' }));
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string }>(
        `select id from submissions where visit_id = $1 order by version desc limit 1`,
        [visit.id],
      ),
    );
    return row?.id ?? '';
  }

  it('know beforehand what the plan and the register know', async () => {
    const { status, html } = await browserOf(service, nga).open(`/my/visits/${(await myVisit()).id}/form`);
    expect(status).toBe(200);
    expect(html).toMatch(/name="membersTotal"[^>]*value="47"|value="47"[^>]*name="membersTotal"/);
    expect(html).toMatch(/name="date"[^>]*value="03\/12\/2020"/);
    expect(html).not.toContain('Mục này cần điền.');
  });

  it('answer a module with the form alone, and leave the sentence about what was done to the next page', async () => {
    const visit = await myVisit();
    const path = `${service.url}/my/visits/${visit.id}/form`;
    const headers = {
      cookie: `${nga.cookie}; giaoban-flash=x`,
      accept: 'text/html',
      'x-fragment': 'visit-form',
      'sec-fetch-site': 'same-origin',
      'accept-encoding': 'br',
    };
    const reply = await fetch(path, { headers });
    const html = await reply.text();
    expect(html.trim()).toMatch(/^<form class="visit-form"[^]*<\/form>$/);
    expect(html).toContain('Điểm tạm tính');
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'x-fragment': 'visit-form',
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-encoding': 'br',
      vary: 'Cookie, Accept-Language, X-Fragment, Accept-Encoding',
    });
    expect(reply.headers.get('set-cookie')).toBeNull();
    const english = await fetch(path, { headers: { ...headers, cookie: `${nga.cookie}; giaoban-locale=en` } });
    expect(await english.text()).toContain('Score so far');

    const conflict = new URLSearchParams({ ...(await typed(visit)), _revision: '7', _do: 'save', _csrf: nga.csrf });
    const stale = await fetch(path, { method: 'POST', headers, body: conflict });
    expect([stale.status, stale.headers.get('x-fragment')]).toEqual([409, 'visit-form']);
  });

  it('answer a save with what it changed, in at most 10 kB however much was written', async () => {
    const visit = await myVisit();
    const path = `${service.url}/my/visits/${visit.id}/form`;
    const long = 'Chi bộ đã bàn kỹ việc thu gom rác ở các hẻm. '.repeat(20).trim();
    const lists = Object.fromEntries(
      ['strengths', 'shortcomings', 'reflections'].flatMap((list) =>
        Array.from({ length: 8 }, (_, i) => [`${list}[${i}][text]`, long] as const),
      ),
    );
    const save = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ ...fields, _do: 'save', _csrf: nga.csrf });
      const headers = { cookie: nga.cookie, accept: 'text/html', 'x-fragment': 'visit-form-changes' };
      const reply = await fetch(path, { method: 'POST', headers, body });
      const html = await reply.text();
      expect([reply.status, reply.headers.get('x-fragment'), html.includes(long)]).toEqual([
        200,
        'visit-form-changes',
        false,
      ]);
      return html;
    };
    const first = await save({ ...(await typed(visit)), present: '999', notice: '', endedAt: '' });
    expect(brotliCompressSync(first).length).toBeLessThan(4_000);
    expect(first).toContain('data-note="present"');
    const state = Object.fromEntries(
      ['_submissionId', '_revision', '_score'].map((name) => [name, hiddenIn(first, name)]),
    );
    // Words change no points, so the reply contains no score.
    const words = { ...(await typed(visit, lists)), ...state, present: '999', notice: '', endedAt: '' };
    const second = await save(words);
    expect([hiddenIn(second, '_revision'), second.includes('score-groups')]).toEqual(['2', false]);
    expect(Buffer.byteLength(second)).toBeLessThanOrEqual(10_000);
  });

  it('answer a module with a problem, not with a page, where it may not have what it asks for', async () => {
    const path = `${service.url}/my/visits/${(await myVisit()).id}/form`;
    const headers = { accept: 'text/html', 'x-fragment': 'visit-form' };
    for (const [cookie, status] of [
      ['', 401],
      [board.cookie, 403],
    ] as const) {
      const reply = await fetch(path, { headers: { ...headers, cookie }, redirect: 'manual' });
      expect([reply.status, reply.headers.get('content-type'), reply.headers.get('x-fragment')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
        null,
      ]);
    }
  });

  it('give back what was typed where the form was sent, or the visit declined, from another page meanwhile', async () => {
    const written = 'Chi bộ bàn kỹ việc dọn điểm rác đầu hẻm.';
    const [visit, declined] = [await myVisit(), await myVisit()];
    const field = Object.entries(await typed(visit)).find(([, value]) => value.length > 30)?.[0] ?? '';
    const [late, lost] = [
      await typed(visit, { [field]: written, _do: 'submit' }),
      await typed(declined, { [field]: written, _do: 'submit' }),
    ];
    await sent(visit);
    await service.as(committee, () =>
      service.work.query(`update visits set state = 'declined', decline_reason = 'Ốm' where id = $1`, [declined.id]),
    );
    for (const [of, fields] of [
      [visit, late],
      [declined, lost],
    ] as const) {
      const { status, html } = await post(of, fields);
      expect(status).toBe(409);
      expect(html).toContain(written);
    }
  });

  it('give back what was typed where one is signed out meanwhile', async () => {
    const written = 'Chi bộ bàn kỹ việc dọn điểm rác đầu hẻm.';
    const visit = await myVisit();
    const fields = await typed(visit, { note: written, _do: 'save' });
    for (const [cookie, title] of [
      ['', 'Bạn đã được đăng xuất'],
      [board.cookie, 'Trang đã mở quá lâu'],
    ] as const) {
      const form = `/my/visits/${visit.id}/form`;
      const { status, html } = await browserOf(service, { ...nga, cookie }).post(form, fields, form);
      expect([401, 403]).toContain(status);
      expect(html).toContain(title);
      const shown = /<div class="error-typed">.*?<\/div>/su.exec(html)?.[0];
      expect(shown).toContain(written);
      expect(shown).not.toContain(fields['_submissionId'] ?? 'an id');
      // One button sends everything again, lists and figures included, with the token of the current session.
      expect(Object.keys(fields).filter((name) => hiddenIn(html, name) === '' && fields[name] !== '')).toEqual([]);
      expect(hiddenIn(html, '_csrf')).toBe(cookie === '' ? '' : board.csrf);
      // Another site's page could have filled in the fields.
      const foreign = await browserOf(service, { ...nga, cookie }).post(form, fields);
      expect(foreign.html).not.toContain('class="error-resend"');
    }
  });

  it('take a form without any script, answer with a receipt, and show it afterwards', async () => {
    const visit = await myVisit();
    const fields = await typed(visit, { _do: 'submit' });
    const reply = await post(visit, fields);
    expect([reply.status, reply.location]).toEqual([303, `/my/visits/${visit.id}/receipt`]);
    const receipt = await browserOf(service, nga).open(reply.location ?? '');
    expect(receipt.html).toContain(fields['_submissionId']);
    expect(receipt.html).toContain('Đã nhận phiếu');
    const again = await post(visit, fields);
    expect(again.location).toBe(`/my/visits/${visit.id}/receipt?repeated`);
    const later = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    expect([later.status, later.location]).toEqual([303, `/submissions/${fields['_submissionId'] ?? ''}`]);
    const shown = await browserOf(service, nga).open(later.location ?? '');
    expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('Còn rác đầu hẻm 122.')]);
    expect(shown.html).not.toMatch(/action="\/submissions\/[^"]*\/(accept|return|reopen)"/);
  });

  it('come back with everything that was typed and what is wrong, and keep it as a draft', async () => {
    const visit = await myVisit();
    const reply = await post(
      visit,
      await typed(visit, { _do: 'submit', speakers: '99', place: '', recommendations: 'Cần <b>hỗ trợ</b>' }),
    );
    expect(reply.status).toBe(422);
    expect(reply.html).toContain('Nhiều hơn số có mặt (40). Hãy kiểm tra lại.');
    expect(reply.html).toContain('Mục này cần điền.');
    expect(reply.html).toMatch(/value="99"/);
    expect(reply.html).toContain('Cần &lt;b&gt;hỗ trợ&lt;/b&gt;');
    const back = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    expect(back.html).toMatch(/value="99"/);
    expect(hiddenIn(back.html, '_revision')).toBe('1');
    expect(hiddenIn(reply.html, '_submissionId')).toBe(hiddenIn(back.html, '_submissionId'));
  });

  it('keep a draft, and do not let a stale page write over it unless it is meant', async () => {
    const visit = await myVisit();
    const page = await typed(visit);
    const saved = await post(visit, { ...page, _do: 'save', place: 'Nhà văn hóa' });
    expect([saved.status, hiddenIn(saved.html, '_revision')]).toEqual([200, '1']);
    const stale = await post(visit, { ...page, _do: 'save', place: 'Trường học' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Mục này vừa được sửa ở nơi khác. Chưa có gì bị ghi đè');
    expect(stale.html).toContain('value="Trường học"');
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html).toContain('value="Nhà văn hóa"');
    const meant = await post(visit, {
      ...page,
      _do: 'save',
      place: 'Trường học',
      _revision: hiddenIn(stale.html, '_revision'),
    });
    expect(meant.status).toBe(200);
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html).toContain('value="Trường học"');
  });

  it('bring a returned form back with the board’s words, and send the next version', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    const silent = await browserOf(service, board).post(`/submissions/${id}/return`, { comments: ' ', revision: '1' });
    expect([silent.status, silent.html]).toEqual([
      422,
      expect.stringContaining('Ghi rõ cần sửa gì, chung cho cả phiếu hoặc tại câu hỏi,'),
    ]);
    const returned = await browserOf(service, board).post(`/submissions/${id}/return`, {
      comments: 'Ghi rõ <nguyên nhân>.',
      revision: '1',
    });
    expect(returned.status).toBe(303);
    const { html } = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    expect(html).toContain('Ghi rõ &lt;nguyên nhân&gt;.');
    expect(html).toContain('Trần Văn Ban');
    expect(html).toContain('Còn rác đầu hẻm 122.');
    expect(hiddenIn(html, '_basedOn')).toBe('1');
    expect(hiddenIn(html, '_submissionId')).not.toBe(id);
    const again = await post(visit, await typed(visit, { _do: 'submit', opinions: '31' }));
    expect(again.status).toBe(303);
    const { html: review } = await browserOf(service, board).open(`/submissions/${await latestOf(visit)}`);
    expect(review).toContain(`href="/submissions/${id}"`);
    expect(review).toContain('Bản 1 đã được trả lại với yêu cầu');
    expect(review).toMatch(/class="changed"><span class="said">31<\/span><span class="sub said">trước: 30</);
    expect(review.match(/class="changed"/g)).toHaveLength(1);
  });

  it('show a remark at its question, to the author and beside what was mended, and keep one that is refused', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    const wrong = await browserOf(service, board).post(`/submissions/${id}/return`, {
      'remarks[/opinions]': 'Kiểm lại số ý kiến.',
      'remarks[/present]': 'ă'.repeat(501),
      revision: '1',
    });
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('501 ký tự, tối đa 500')]);
    // The other language opens the page of the form, because the address of this reply only takes what is sent.
    expect(hiddenIn(wrong.html, 'back')).toBe(`/submissions/${id}`);
    expect(wrong.html).toMatch(
      /<details class="remark-input" open>.*name="remarks\[\/opinions]"[^>]*>Kiểm lại số ý kiến\.</,
    );
    const returned = await browserOf(service, board).post(`/submissions/${id}/return`, {
      'remarks[/opinions]': 'Kiểm lại số <ý kiến>.',
      'remarks[/recommendations]': 'Nên ghi kiến nghị.',
      'remarks[/present]': ' ',
      revision: '1',
    });
    expect(returned.status).toBe(303);
    const { html } = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    const questionOf = (name: string) =>
      html.split('data-question="').find((part) => part.startsWith(`${name}"`)) ?? '';
    expect(questionOf('opinions')).toContain('Kiểm lại số &lt;ý kiến&gt;.');
    expect(questionOf('present')).not.toContain('class="remark"');
    const [mail] = await service.as(committee, () =>
      service.work.query<{ text: string }>(
        `select content -> 'draft' -> 'model' ->> 'remarks' as text from mails where key = $1`,
        [`form-returned/${id}`],
      ),
    );
    expect(mail?.text).toBe('2');
    expect(questionOf('recommendations')).toContain('Nên ghi kiến nghị.');
    await post(visit, await typed(visit, { _do: 'submit', opinions: '31' }));
    const { html: review } = await browserOf(service, board).open(`/submissions/${await latestOf(visit)}`);
    expect(review).toMatch(
      /trước: 30<\/span>\s*<p class="remark">[\s\S]*?Đã đề nghị ở bản 1:<\/b> <span class="said">Kiểm lại số &lt;ý kiến&gt;\./,
    );
    expect(review).toMatch(
      /<dd><span class="soft">không trả lời<\/span>\s*<p class="remark">[\s\S]*?Đã đề nghị ở bản 1:<\/b> <span class="said">Nên ghi kiến nghị\./,
    );
    expect(review.match(/class="changed"/g)).toHaveLength(1);
  });

  it('do not send a form past what another device has saved meanwhile and nobody here has seen', async () => {
    const visit = await myVisit();
    const early = await typed(visit, { _do: 'submit' });
    await post(visit, await typed(visit, { _do: 'save', present: '29', recommendations: 'Ghi ở máy kia.' }));
    const refused = await post(visit, early);
    expect([refused.status, refused.html]).toEqual([409, expect.stringMatching(/notice-(error|warning)/)]);
    expect(await latestOf(visit)).toBe('');
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html).toContain('Ghi ở máy kia.');
    const seen = { ...early, _revision: hiddenIn(refused.html, '_revision') ?? '' };
    expect((await post(visit, seen)).status).toBe(303);
    // The reply was lost: the same form again is known, whatever it has seen.
    expect((await post(visit, early)).location).toContain('/receipt?repeated');
  });

  const latestOf = async (visit: Visit) => {
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string }>(
        `select id from submissions where visit_id = $1 order by version desc limit 1`,
        [visit.id],
      ),
    );
    return row?.id ?? '';
  };

  it('give the board a pile to review, one after the other', async () => {
    const [first, second] = [await sent(await myVisit()), await sent(await myVisit())];
    const list = await browserOf(service, board).open('/months/2020-12/forms?state=submitted');
    expect(list.html).toContain(`/submissions/${first}`);
    const { location } = await browserOf(service, board).post(`/submissions/${first}/accept`, { revision: '1' });
    expect(location).toMatch(/^\/submissions\//);
    const again = await browserOf(service, board).post(`/submissions/${first}/accept`, { revision: '1' });
    expect([again.status, again.location]).toEqual([303, location]);
    const late = await browserOf(service, board).post(`/submissions/${first}/return`, {
      revision: '1',
      comments: 'Ghi rõ nguyên nhân.',
    });
    expect([late.status, late.html]).toEqual([
      412,
      expect.stringMatching(/Trần Văn Ban đã sửa mục này lúc \d\d:\d\d, /),
    ]);
    expect(late.html).toContain('Ghi rõ nguyên nhân.');
    const twice = await browserOf(service, board).post(`/submissions/${first}/accept`, { revision: '2' });
    expect([twice.status, twice.html]).toEqual([409, expect.stringContaining('đã được chấp nhận')]);
    const accepted = await browserOf(service, board).open('/months/2020-12/forms?state=accepted&q=khu%20pho');
    expect([accepted.html.includes(`/submissions/${first}`), accepted.html.includes(`/submissions/${second}`)]).toEqual(
      [true, false],
    );
  });

  it('are accepted together where nothing speaks against them, each as it was seen, and what failed is said', async () => {
    const [first, second] = [
      await sent(await myVisit(), words('Nghị quyết gửi muộn.')),
      await sent(await myVisit(), words('Sổ ghi thiếu ngày.')),
    ];
    const odd = await myVisit();
    await sent(odd, { ...words('Không ai phát biểu.'), speakers: '0', opinions: '0' });
    const home = '/months/2020-12/forms/ordinary';
    const { html } = await browserOf(service, board).open(home);
    expect(html).toContain(`value="${first}/1" checked`);
    expect(html).not.toContain(`value="${await latestOf(odd)}/`);
    expect(html).toContain('Không có ai phát biểu');
    await browserOf(service, board).post(`/submissions/${second}/return`, { comments: 'Xem lại.', revision: '1' });
    const fields = { form: [`${first}/1`, `${second}/1`] };
    const done = await browserOf(service, board).post(home, fields);
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('Đã chấp nhận 1 phiếu.')]);
    expect(done.html).toContain('1 phiếu chưa được chấp nhận:');
    expect((await browserOf(service, board).open(`/submissions/${first}`)).html).toContain('đã chấp nhận phiếu lúc');
    const twice = await browserOf(service, board).post(home, { form: `${first}/1` });
    expect(twice.html).toContain('Đã chấp nhận 1 phiếu.');
    expect((await browserOf(service, leader).post(home, {})).status).toBe(403);
  });

  it('are judged anew when they are accepted together: what is ordinary no longer is left to be read', async () => {
    const visit = await myVisit();
    const [ordinary, moved] = [
      await sent(await myVisit(), words('Họp muộn.')),
      await sent(visit, words('Chưa kiểm đếm.')),
    ];
    const home = '/months/2020-12/forms/ordinary';
    expect((await browserOf(service, board).open(home)).html).toContain(`value="${moved}/1" checked`);
    await service.as(committee, () =>
      service.work.query(
        `update meetings set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day' where id = $1`,
        [visit.meetingId],
      ),
    );
    const fields = { form: [`${ordinary}/1`, `${moved}/1`] };
    const done = await browserOf(service, board).post(home, fields);
    expect(done.html).toContain('Đã chấp nhận 1 phiếu.');
    expect(done.html).toContain('Không còn là phiếu bình thường (Ngày họp khác lịch). Mở phiếu để đọc rồi duyệt.');
    expect((await browserOf(service, board).open(`/submissions/${moved}`)).html).not.toContain(
      'đã chấp nhận phiếu lúc',
    );
    const november = await browserOf(service, board).post('/months/2020-11/forms/ordinary', { form: `${moved}/1` });
    expect(november.html).toContain('Phiếu này không chờ duyệt trong tháng này.');
  });

  it('say who opened an accepted form again, and keep a reason that is too long', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    await browserOf(service, board).post(`/submissions/${id}/accept`, { revision: '1' });
    const long = 'Số có mặt ghi nhầm. '.repeat(120);
    const refused = await browserOf(service, board).post(`/submissions/${id}/reopen`, { revision: '2', reason: long });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('tối đa 2000')]);
    expect(refused.html).toContain(long.trim());
    const done = await browserOf(service, board).post(`/submissions/${id}/reopen`, {
      revision: '2',
      reason: 'Số có mặt ghi nhầm.',
    });
    expect([done.status, done.location]).toEqual([303, `/submissions/${id}`]);
    const { html } = await browserOf(service, board).open(`/submissions/${id}`);
    expect(html).toMatch(/Trần Văn Ban đã mở lại phiếu lúc[^]*từng được chấp nhận lúc[^]*Số có mặt ghi nhầm\./);
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html).toContain('Số có mặt ghi nhầm.');
  });

  it('keep what was typed to return a form apart from reopening it, where somebody else accepted it meanwhile', async () => {
    const id = await sent(await myVisit());
    await browserOf(service, board).post(`/submissions/${id}/accept`, { revision: '1' });
    const late = await browserOf(service, board).post(`/submissions/${id}/return`, {
      revision: '1',
      comments: 'Xem lại mục 4.',
    });
    expect([late.status, late.html]).toEqual([412, expect.stringContaining('<p class="said">Xem lại mục 4.</p>')]);
    expect(late.html).toMatch(new RegExp(`action="/submissions/${id}/reopen`));
    expect(late.html).not.toMatch(/<textarea[^>]*>Xem lại mục 4/);
    expect(late.html).not.toContain('<details class="sheet-body more" open');
  });

  it('let an author withdraw what waits and go on with it, and lose no reason that was not taken', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    const path = `/submissions/${id}/withdraw`;
    const refused = await browserOf(service, nga).post(path, { revision: '1', reason: ' ' });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('Ghi lý do rút lại phiếu')]);
    const stale = await browserOf(service, nga).post(path, { revision: '7', reason: 'Ghi nhầm giờ họp.' });
    expect([stale.status, stale.html]).toEqual([412, expect.stringContaining('>Ghi nhầm giờ họp.</textarea>')]);
    const reference = /<code>([A-Z-]{9})<\/code>/.exec(refused.html)?.[1] ?? '';
    const list = `/months/2020-12/forms?q=${reference.toLowerCase()}`;
    expect((await browserOf(service, board).open(list)).html).toContain(`/submissions/${id}`);

    const done = await browserOf(service, nga).post(path, { revision: '1', reason: 'Ghi nhầm giờ họp.' });
    expect([done.status, done.location]).toEqual([303, `/my/visits/${visit.id}/form`]);
    const { html } = await browserOf(service, nga).open(`/my/visits/${visit.id}/form`);
    expect(html).toContain('Phiếu đã được rút lại lúc');
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/receipt`)).status).toBe(303);
    const listed = await browserOf(service, board).open(list);
    expect(listed.html).not.toContain(`/submissions/${id}`);
    expect(listed.html).not.toContain('người dự đã rút lại để sửa');
    expect((await browserOf(service, board).open('/months/2020-12/forms')).html).toContain(
      'người dự đã rút lại để sửa',
    );
    const read = await browserOf(service, board).open(`/submissions/${id}`);
    expect(read.html).toMatch(/Người dự đã rút lại bản này lúc[^]*Ghi nhầm giờ họp\./);
    const late = await browserOf(service, board).post(`/submissions/${id}/accept`, { revision: '1' });
    expect([late.status, late.html]).toEqual([412, expect.stringContaining('Lê Thị Nga')]);
  });

  it('let whoever may send the form withdraw it: the person on duty and the stand-in, and nobody else', async () => {
    const hoa = await somebody('Trần Thị Hoa');
    const other = await somebody('Phạm Văn Khác');
    const visit = await myVisit();
    const id = await sent(visit);
    const path = `/submissions/${id}/withdraw`;
    const asked = { revision: '1', reason: 'Đồng chí Nga báo ghi nhầm số có mặt.' };
    expect((await browserOf(service, hoa).post(path, asked)).status).toBe(403);
    await service.as(committee, () =>
      service.work.query('update visits set stand_in_id = $2 where id = $1', [visit.id, hoa.id]),
    );
    expect((await browserOf(service, other).post(path, asked)).status).toBe(403);
    for (const click of [1, 2]) {
      expect([click, (await browserOf(service, hoa).post(path, asked)).status]).toEqual([click, 303]);
    }
    // What was sent is the draft of whoever goes on with it, and the other one does not read “you withdrew it”.
    for (const person of [hoa, nga]) {
      const { html } = await browserOf(service, person).open(`/my/visits/${visit.id}/form`);
      expect(html).toContain('Phiếu đã được rút lại lúc');
      expect(html).toMatch(/name="membersTotal"[^>]*value="47"|value="47"[^>]*name="membersTotal"/);
    }
    const trail = await service.as(committee, () =>
      service.work.query<{ by: string }>(
        `select a.name as by from audit_entries e join account_names a on a.id = e.actor_id
         where e.action = 'evaluation.withdrawn' and e.subject_id = $1`,
        [id],
      ),
    );
    expect(trail).toEqual([{ by: 'Trần Thị Hoa' }]);
  });

  it('ask for a reply where nothing was mended, keep it as it is written, and show it to the reviewer', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    await browserOf(service, board).post(`/submissions/${id}/return`, {
      comments: 'Kiểm tra số có mặt.',
      revision: '1',
    });
    const silent = await post(visit, await typed(visit, { _do: 'submit' }));
    expect([silent.status, silent.html]).toEqual([422, expect.stringContaining('Phiếu chưa khác bản 1 đã bị trả lại')]);
    expect(silent.html).toMatch(/href="#reply"/);
    const reply = 'Đã đối chiếu biên bản: số có mặt đúng.';
    await post(visit, await typed(visit, { _do: 'save', reply }));
    expect((await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html).toContain(`>${reply}</textarea>`);
    expect((await post(visit, await typed(visit, { _do: 'submit', reply }))).status).toBe(303);
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string }>(`select submission_id as id from visit_forms where visit_id = $1`, [visit.id]),
    );
    const { html } = await browserOf(service, board).open(`/submissions/${row?.id ?? ''}`);
    expect(html).toMatch(
      /Kiểm tra số có mặt\.[^]*Người dự trả lời:[^]*Đã đối chiếu biên bản[^]*Không có câu trả lời nào khác/,
    );
  });

  it('are had on paper: a copy of what was sent, and an empty one with its head filled in', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    const read = async (who: SignedInPerson, path: string) => {
      const reply = await fetch(`${service.url}${path}`, { headers: { cookie: who.cookie } });
      const bytes = new Uint8Array(await reply.arrayBuffer());
      const isPdf = reply.headers.get('content-type') === 'application/pdf';
      const text = isPdf ? (await readPdf(bytes)).pages.map((page) => page.text).join(' ') : '';
      return { status: reply.status, text: text.replace(/\s+/g, ' '), name: reply.headers.get('content-disposition') };
    };
    const copy = await read(nga, `/submissions/${id}/copy/pdf`);
    expect([copy.status, copy.name]).toEqual([200, expect.stringMatching(/phieu-[A-Z]{4}-[A-Z]{4}\.pdf/)]);
    expect(copy.text).toMatch(
      /Mã phiếu [A-Z-]{9}, bản 1; Lê Thị Nga .*đang chờ duyệt.*Tổng điểm 100 100 Xếp loại: Tốt/,
    );
    expect(copy.text).toMatch(/^QUẬN ỦY MẪU BAN TỔ CHỨC \* ĐẢNG CỘNG SẢN VIỆT NAM ngày 06 tháng 12 năm 2020/);
    expect((await read(nga, `/submissions/${id}/copy/docx`)).name).toContain('.docx');
    const hoa = await somebody('Phạm Thị Hoa');
    expect((await read(hoa, `/submissions/${id}/copy/pdf`)).status).toBe(403);
    const blank = await read(nga, `/my/visits/${visit.id}/blank-form/pdf`);
    expect(blank.text).toMatch(/Theo lịch: ngày 03\/12\/2020.*Số đảng viên đã biết: 47.*□\s?Thường kỳ/);
    expect((await read(nga, `/my/visits/${visit.id}/blank-form/docx`)).status).toBe(200);
    expect((await read(hoa, `/my/visits/${visit.id}/blank-form/pdf`)).status).toBe(403);
    expect((await read(hoa, '/blank-form/docx')).status).toBe(200);
    for (const each of [hoa, board]) {
      const { status, text } = await read(each, '/blank-form/pdf');
      expect([status, text]).toEqual([200, expect.stringContaining('ghi lượt dự ngoài kế hoạch trên hệ thống trước')]);
      expect(text).toMatch(/Chi bộ: …+ .*Tổ chức cơ sở đảng: …+ .*□\s?Thường kỳ.*Ngày …+ \/ …+/);
    }
    expect((await read(nga, `/my/visits/${visit.id}/blank-form/txt`)).status).toBe(404);
  });

  it('are read by those whom they concern', async () => {
    const visit = await myVisit();
    const id = await sent(visit);
    const hoa = await somebody('Phạm Thị Hoa');
    const status = async (who: SignedInPerson, path: string) => (await browserOf(service, who).open(path)).status;
    expect(await status(hoa, `/submissions/${id}`)).toBe(403);
    expect(await status(hoa, `/my/visits/${visit.id}/form`)).toBe(403);
    const { html } = await browserOf(service, hoa).open(`/my/visits/${visit.id}`);
    expect(html).toContain('Phần này của người khác');
    expect(html).not.toContain('vai trò khác'); // no role of theirs would help
    expect(await status(leader, `/submissions/${id}`)).toBe(200);
    expect(await status(leader, '/months/2020-12/forms')).toBe(200);
    expect(await status(nga, '/months/2020-12/forms')).toBe(403);
    expect((await browserOf(service, leader).post(`/submissions/${id}/accept`)).status).toBe(403);
    expect((await browserOf(service, leader).open(`/submissions/${id}`)).html).not.toContain(
      `/submissions/${id}/accept`,
    );
    expect(await status(board, '/months/2020-99/forms')).toBe(400);
    expect(await status(board, `/submissions/${newId()}`)).toBe(404);
    expect((await post(visit, { _do: 'submit' })).status).toBe(400);
  });
});
