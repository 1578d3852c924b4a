import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import type { FormTemplate, TemplateQuestion } from '../../src/modules/evaluations/domain/form-template.ts';
import type { CaseScoring, Rubric } from '../../src/modules/evaluations/domain/rubric.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import { ownAnswers, ownSection, ownTemplate } from '../fixtures/own-template.ts';
import { asHtmlPost, someAnswers } from '../fixtures/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly basedOn: string | null;
  readonly code: string;
  readonly content: FormTemplate;
  readonly faults: readonly { readonly pointer: string; readonly code: string }[];
}
interface Listed {
  readonly templates: readonly {
    readonly code: string;
    readonly version: number;
    readonly state: string;
    readonly forms: number;
  }[];
  readonly drafts: readonly Draft[];
}

describe('the forms of a committee', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const { id, email } = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    nga = {
      ...(await signIn(service, committee, { email, name: 'Lê Thị Nga', role: 'specialist', specialistId: id })),
      id,
    };
    board = await signIn(service, committee, {
      email: `ban.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
  });

  const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
  const begin = async (content: unknown, id: string = newId()) =>
    (await apiOf(service, board)<Draft>('POST', '/form-template-drafts', { id, content })).body;
  const publish = (draft: Draft, from = '2020-12') =>
    apiOf(service, board)<{ version: number; state: string } & Problem>(
      'POST',
      `/form-template-drafts/${draft.id}/publication`,
      { from },
      seen(draft.revision),
    );
  const list = async () => (await apiOf(service, board)<Listed>('GET', '/form-templates')).body;
  const inForce = async (content: FormTemplate = ownTemplate, from = '2020-12') => publish(await begin(content), from);

  async function myVisit(heldOn = '2020-12-03'): Promise<Visit> {
    const branchId = await aBranch(service, committee, ground);
    return aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day(heldOn) });
  }
  const formOf = async (visit: Visit) => (await browserOf(service, nga).open(`/my/visits/${visit.id}/form`)).html;
  const own = (html: string) =>
    Object.fromEntries(['_submissionId', '_basedOn', '_revision', '_form'].map((name) => [name, hiddenIn(html, name)]));
  const { how, ...others } = ownAnswers;
  const ticked = Object.fromEntries(how.map((each) => [`extra[how][${each}]`, 'yes']));
  const filled = { ...asHtmlPost({ ...someAnswers({ directives: [] }), extra: others }), ...ticked };
  const post = (visit: Visit, fields: Record<string, string>) =>
    browserOf(service, nga).post(`/my/visits/${visit.id}/form`, fields);
  const submit = (visit: Visit, body: object) =>
    apiOf(service, nga)<{ id: string } & Problem>('PUT', `/visits/${visit.id}/submissions/${newId()}`, {
      basedOn: 0,
      answers: someAnswers({ directives: [] }),
      ...body,
    });

  it('are copied, changed and published from a month on, once', async () => {
    const id = newId();
    const { body: draft } = await apiOf(service, board)<Draft>('POST', '/form-template-drafts', {
      ...{ id, code: 'standard', version: 1 },
    });
    // The service's own forms keep their code to themselves.
    expect([draft.basedOn, draft.code, draft.faults]).toEqual(['standard/1', 'own-standard', []]);
    const content = { ...draft.content, sections: [...draft.content.sections, ownSection] };
    const { body: saved } = await apiOf(service, board)<Draft>(
      'PUT',
      `/form-template-drafts/${id}`,
      { content },
      seen(1),
    );
    expect([saved.revision, saved.faults]).toEqual([2, []]);
    expect((await publish(saved)).body).toMatchObject({ version: 1, state: 'in_force' });
    expect((await publish(saved)).body).toMatchObject({ version: 1, state: 'in_force' });
    expect((await list()).templates.map(({ code, state }) => [code, state])).toEqual([
      ['own-standard', 'in_force'],
      ['standard', 'replaced'],
      ['supervision', 'in_force'],
    ]);
    const stale = await apiOf(service, board)('PUT', `/form-template-drafts/${id}`, { content }, seen(1));
    expect([stale.status, stale.body.code]).toEqual([404, 'template.no_draft']);
  });

  it('are refused with every fault at its place, and nothing of the draft is lost', async () => {
    const wrong = { ...ownTemplate, sections: ownTemplate.sections.filter(({ place }) => place !== 'judged') };
    const draft = await begin(wrong);
    expect(draft.faults).toEqual([{ pointer: '/sections', code: 'template.no_place' }]);
    const refused = await publish(draft);
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([
      422,
      { pointer: '/sections', code: 'template.no_place' },
    ]);
    const long = { ...ownTemplate, title: { vi: 'ă'.repeat(100_000), en: 'a' } };
    const tooLong = await apiOf(service, board)('PUT', `/form-template-drafts/${draft.id}`, { content: long }, seen(1));
    expect(tooLong.body.errors?.[0]).toMatchObject({ pointer: '/title/vi', code: 'template.too_long' });
    expect((await list()).drafts).toHaveLength(1);
  });

  it('are published only where nothing else is asked of the same meetings from the same day, and not in the past', async () => {
    expect((await inForce()).status).toBe(200);
    const rival = await inForce({ ...ownTemplate, id: 'rival' });
    expect([rival.status, rival.body.code]).toEqual([409, 'template.competes']);
    const early = await inForce({ ...ownTemplate, id: 'early' }, '2020-11');
    expect([early.status, early.body.code]).toEqual([409, 'template.starts_too_early']);
  });

  it('are taken back while no form was begun with them', async () => {
    await inForce();
    const takeBack = () => apiOf(service, board)('DELETE', '/form-templates/litter/1');
    expect((await takeBack()).status).toBe(204);
    const [draft] = (await list()).drafts;
    expect((await publish(draft as Draft)).body.version).toBe(1);
    const visit = await myVisit();
    await post(visit, { ...filled, ...own(await formOf(visit)), _do: 'save' });
    expect((await takeBack()).body.code).toBe('template.in_use');
  });

  it('are asked for kinds of meetings and types of branches as rubrics are', async () => {
    await inForce({ ...ownTemplate, kinds: ['thematic'] });
    const visit = await myVisit();
    expect((await formOf(visit)).includes('extra[signed]')).toBe(false);
    const html = (await post(visit, { meetingKind: 'thematic', ...own(await formOf(visit)), _do: 'save' })).html;
    expect(hiddenIn(html, '_form')).toBe('standard/1');
    const another = await myVisit();
    const content = { meetingKind: 'thematic' };
    const draft = { submissionId: newId(), basedOn: 0, content, form: 'litter/1' };
    const kept = await apiOf(service, nga)<{ form: string }>('PUT', `/visits/${another.id}/draft`, draft, {
      'if-none-match': '*',
    });
    expect([kept.status, kept.body.form]).toEqual([200, 'litter/1']);
    expect((await formOf(another)).includes('extra[signed]')).toBe(true);
  });

  it('store what was answered to their own questions, and show it wherever the form is shown', async () => {
    await inForce();
    const visit = await myVisit();
    const html = await formOf(visit);
    expect(hiddenIn(html, '_form')).toBe('litter/1');
    expect(html).toContain('Khu phố sạch');
    const { location } = await post(visit, { ...filled, ...own(html), _do: 'submit' });
    expect(location).toBe(`/my/visits/${visit.id}/receipt`);
    const [row] = await service.as(committee, () =>
      service.work.query<{ id: string; code: string; version: number }>(
        `select id, form_code as code, form_version as version from submissions where visit_id = $1`,
        [visit.id],
      ),
    );
    expect(row).toMatchObject({ code: 'litter', version: 1 });
    const { body } = await apiOf(service, board)<{ form: string; answers: object }>('GET', `/submissions/${row?.id}`);
    expect(body).toMatchObject({ form: 'litter/1', answers: { extra: ownAnswers } });

    const page = (await browserOf(service, board).open(`/submissions/${row?.id}`)).html;
    expect(page).toContain('posters; fines');
    expect(page).toContain('Hẻm 122');
    // HTML is text.
    expect(page).toContain('&lt;b&gt;Đậm&lt;/b&gt; &amp; &quot;ngoặc&quot;');
    expect(page).not.toContain('<b>Đậm');
    const pdf = async (path: string) => {
      const reply = await fetch(service.url + path, { headers: { cookie: nga.cookie } });
      const { pages } = await readPdf(new Uint8Array(await reply.arrayBuffer()));
      return pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
    };
    const copy = await pdf(`/submissions/${row?.id}/copy/pdf`);
    for (const words of ['Khu phố sạch', 'posters; fines', 'Hẻm 48', '<b>Đậm</b>']) expect(copy).toContain(words);
    const blank = await pdf(`/my/visits/${(await myVisit()).id}/blank-form/pdf`);
    for (const words of ['Khu phố sạch', 'Đã ký cam kết', 'posters']) expect(blank).toContain(words);
  });

  it('mark what changed in an answer of their own from version to version', async () => {
    await inForce();
    const visit = await myVisit();
    const first = await submit(visit, { answers: { ...someAnswers({ directives: [] }), extra: ownAnswers } });
    await apiOf(service, board)('POST', `/submissions/${first.body.id}/return`, { comments: 'Sửa' }, seen(1));
    const next = await submit(visit, {
      basedOn: 1,
      answers: { ...someAnswers({ directives: [] }), extra: { ...ownAnswers, how: ['patrol'], words: '' } },
    });
    const page = (await browserOf(service, board).open(`/submissions/${next.body.id}`)).html;
    expect(page).toMatch(/patrol[^]*posters; fines/);
  });

  it('refuse what is wrong at its field, and keep everything that was typed', async () => {
    await inForce();
    const visit = await myVisit();
    const long = 'ă'.repeat(100_000);
    const sent = {
      ...filled,
      ...own(await formOf(visit)),
      'extra[words]': long,
      'extra[spots]': 'nhiều',
      _do: 'submit',
    };
    const { status, html } = await post(visit, sent);
    expect(status).toBe(422);
    expect(html).toContain('Dài 100000 ký tự, tối đa 300');
    expect(html).toContain('Ghi một con số, ví dụ 12,5.');
    expect(html).toContain(long);
    expect(await formOf(visit)).toContain(long);
    const unknown = await submit(visit, {
      answers: { ...someAnswers({ directives: [] }), extra: { ...ownAnswers, x: 1 } },
    });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/extra/x', code: 'answer.unknown_field' }]);
  });

  it('score a form that was begun with the version before by that version', async () => {
    const visit = await myVisit();
    const begun = await formOf(visit);
    await post(visit, { ...asHtmlPost(someAnswers({ directives: [] })), ...own(begun), _do: 'save' });
    await inForce();
    const html = await formOf(visit);
    expect(hiddenIn(html, '_form')).toBe('standard/1');
    expect(html).not.toContain('extra[signed]');
    const fields = { ...asHtmlPost(someAnswers({ directives: [] })), ...own(html), _do: 'submit' };
    expect((await post(visit, fields)).location).toBe(`/my/visits/${visit.id}/receipt`);
  });

  it('let who has begun with the version before change to the one in use, and drop nothing in silence', async () => {
    await inForce();
    const visit = await myVisit();
    await post(visit, { ...filled, ...own(await formOf(visit)), _do: 'save' });
    // The next version offers one option less, asks the households of everybody, and has no table.
    const questions = ownSection.questions.flatMap((each): TemplateQuestion[] => {
      if (!('id' in each) || each.id === 'lanes') return [];
      if (each.type === 'choice') return [{ ...each, options: each.options.filter(({ value }) => value !== 'some') }];
      const { askedWhen: _, ...always } = each;
      return each.id === 'households' ? [always] : [each];
    });
    const sections = ownTemplate.sections.map((section) =>
      section.id === 'litter' ? { ...section, questions } : section,
    );
    expect((await inForce({ ...ownTemplate, sections })).body.version).toBe(2);

    const before = await formOf(visit);
    expect(hiddenIn(before, '_form')).toBe('litter/1');
    expect(before).toContain('Chuyển sang mẫu đang dùng');
    const moved = await browserOf(service, nga).post(`/my/visits/${visit.id}/form/template`);
    expect(moved.location).toBe(`/my/visits/${visit.id}/form`);
    const html = await formOf(visit);
    expect(hiddenIn(html, '_form')).toBe('litter/2');
    expect(html).toContain('Hẻm: Hẻm 48 · Số thùng: 3');
    expect(hiddenIn(html, 'lost[0][label]')).toBe('Đã ký cam kết');
    expect(html).toMatch(/name="extra\[households\]"[^>]*value="120"|value="120"[^>]*name="extra\[households\]"/);

    // What has no place stays in sight from save to save, and is not sent.
    const lost = Object.fromEntries(
      [0, 1].flatMap((n) =>
        ['label', 'text'].map((name) => [`lost[${n}][${name}]`, hiddenIn(html, `lost[${n}][${name}]`)]),
      ),
    );
    const rest = Object.fromEntries(Object.entries(filled).filter(([name]) => !name.startsWith('extra[lanes]')));
    const typed = { ...rest, ...lost, 'extra[signed]': 'none' };
    const saved = await post(visit, { ...typed, ...own(html), _do: 'save' });
    expect(saved.html).toContain('Hẻm: Hẻm 48 · Số thùng: 3');
    const again = await formOf(visit);
    expect(again).toContain('Hẻm: Hẻm 48 · Số thùng: 3');
    const receipt = await post(visit, { ...typed, ...own(again), _do: 'submit' });
    expect(receipt.location).toBe(`/my/visits/${visit.id}/receipt`);
  });

  it('show what was written for a version that is not in use, with what has no place any more', async () => {
    await inForce();
    const visit = await myVisit();
    const fields = own(await formOf(visit));
    await apiOf(service, board)('DELETE', '/form-templates/litter/1');
    await inForce({ ...ownTemplate, id: 'other', sections: ownTemplate.sections.filter(({ id }) => id !== 'litter') });
    const gone = await post(visit, { ...filled, ...fields, _do: 'submit' });
    expect([gone.status, gone.html.includes('Hẻm 48')]).toEqual([404, true]);
    const standard = await post(visit, { ...filled, ...fields, _form: 'standard/1', opinions: '31', _do: 'submit' });
    expect(standard.status).toBe(409);
    expect(standard.html).toContain('không dùng cho buổi này nữa');
    expect(standard.html).toContain('value="31"');
    expect(standard.html).toContain('Hẻm 48');
  });

  it('take no form that nobody began with a version which is not in use', async () => {
    await inForce();
    const visit = await myVisit();
    const retired = await submit(visit, { form: 'standard/1' });
    expect([retired.status, retired.body.code]).toEqual([409, 'template.retired']);
    const unknown = await submit(visit, { form: 'litter/7' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'template.not_found']);
    expect((await submit(visit, { form: 'litter' })).status).toBe(422);
  });

  it('are another committee’s in no way', async () => {
    await inForce();
    const other = await aCommittee(service);
    const stranger = await signIn(service, other, { email: 'ai@mau.example', name: 'Ai', role: 'board' });
    expect((await apiOf(service, stranger)('GET', '/form-templates/litter/1')).status).toBe(404);
    const { templates } = (await apiOf(service, stranger)<Listed>('GET', '/form-templates')).body;
    expect(templates.map(({ code }) => code)).toEqual(['standard', 'supervision']);
  });

  // The last one: time goes on in it.
  it('are read by rubrics, which keep the questions that they read in the form', async () => {
    const { body: draft } = await apiOf(service, board)<Draft & { content: Rubric }>('POST', '/rubric-drafts', {
      ...{ id: newId(), code: '42-hd', version: 2 },
    });
    // Who chairs gives two points for flexibility; here the signatures of the quarter give them.
    const scoring: CaseScoring = {
      by: 'cases',
      cases: [
        { when: { answer: 'signed', in: ['all'] }, points: 2, text: { vi: 'Mọi hộ đã ký', en: 'All signed' } },
        { when: { answer: 'spots', is: '<', value: 1 }, points: 1, text: { vi: 'Còn ít rác', en: 'Little litter' } },
      ],
      otherwise: { points: 0, text: { vi: 'Chưa', en: 'Not yet' } },
    };
    const content = {
      ...draft.content,
      sheets: draft.content.sheets.map((sheet) => ({
        ...sheet,
        groups: sheet.groups.map((group) => ({
          ...group,
          criteria: group.criteria.map((each) => (each.id === 'flexible' ? { ...each, scoring } : each)),
        })),
      })),
    };
    await apiOf(service, board)('PUT', `/rubric-drafts/${draft.id}`, { content }, seen(1));
    const publishRubric = () =>
      apiOf(service, board)('POST', `/rubric-drafts/${draft.id}/publication`, { from: '2021-01' }, seen(2));
    expect((await publishRubric()).body.code).toBe('rubric.not_asked');
    await inForce(ownTemplate, '2021-01');
    expect((await publishRubric()).status).toBe(200);
    const without = { ...ownTemplate, sections: ownTemplate.sections.filter(({ id }) => id !== 'litter') };
    expect((await inForce(without, '2021-01')).body.code).toBe('template.read_by_rubric');

    const branchId = await aBranch(service, committee, ground);
    await service.clock.moveTo(new Date('2021-01-06T02:00:00Z'));
    const visit = await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2021-01-04') });
    const answers = { ...someAnswers({ directives: [], date: day('2021-01-04') }), extra: ownAnswers };
    const { flexible: _, ...scores } = answers.scores;
    const points = async (basedOn: number, extra: object) => {
      const { body } = await submit(visit, {
        basedOn,
        answers: { ...answers, scores, extra: { ...ownAnswers, ...extra } },
      });
      const sent = body as unknown as { id: string; score: { groups: { id: string; points: number }[] } };
      await apiOf(service, nga)('POST', `/submissions/${sent.id}/withdrawal`, { reason: 'Ghi lại' }, seen(1));
      return sent.score.groups.find(({ id }) => id === 'chairing')?.points;
    };
    expect(await points(0, { signed: 'all' })).toBe(10);
    expect(await points(1, { spots: 0.5, how: [] })).toBe(9);
    expect(await points(2, {})).toBe(8);
  });
});
