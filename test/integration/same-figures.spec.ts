import { strFromU8, unzipSync } from 'fflate';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { Briefings, CompileBriefing, FreezeBriefing } from '../../src/modules/briefings/index.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { VisitsReadModel } from '../../src/modules/visits/index.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

const DECEMBER = month('2020-12');
/** Of eight that were assigned: what became of each. */
const STATES = ['declined', 'missed', 'missed', 'done', 'done', 'done', 'offered', 'accepted'] as const;

/** A month of which each page, mail and document tells the same, each in its own place. */
describe('the visits of a published month', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let leader: SignedInPerson;
  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    for (const name of ['Lê Thị Nga', 'Trần Văn Bảy']) await aSpecialist(service, committee, ground, name);
    for (const index of STATES.keys()) {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(`2020-12-0${index + 1}`), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    // Of everybody to everywhere there are about 3 km: those of one branch are not known.
    await rows(`update specialists set lat = 10.77, lng = 106.70`);
    await rows(`update branches set lat = 10.79, lng = 106.72 where id <> (select min(id::text)::uuid from branches)`);
    const person = (role: 'board' | 'leader') =>
      signIn(service, committee, { email: `${role}@same.example`, name: 'Trần Văn Mẫu', role });
    board = await person('board');
    leader = await person('leader');
    await service.work.as(board.actor, () => service.get(PlanMonth).execute(DECEMBER));
    const header = () => service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
    await until(async () => (await header()) !== null);
    const planId = (await header())?.id ?? '';
    await service.work.as(board.actor, () =>
      service.get(PublishPlan).execute(DECEMBER, { planId, revision: 1, leftOut: 0 }),
    );
    await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
    const visits = await service.as(committee, () => service.get(VisitsReadModel).listOfMonth(DECEMBER));
    for (const [index, visit] of visits.entries()) {
      const state = STATES[index] ?? 'offered';
      const kind = state === 'declined' ? 'ill' : state === 'missed' ? 'family' : null;
      await rows(
        `update visits set state = $2, decline_kind = $3::text, decline_reason = case when $3::text is not null then 'riêng' end where id = $1`,
        visit.id,
        state,
        kind,
      );
      if (state === 'done') await aForm(service, committee, visit);
    }
    await service.work.as(board.actor, () => service.get(CompileBriefing).execute(DECEMBER));
    await service.work.as(board.actor, () => service.get(FreezeBriefing).execute(DECEMBER, 1));
    await until(async () => (await rows(`select from mails where kind = 'briefing-frozen'`)).length > 0);
  });
  afterAll(() => service.end());

  const rows = <Row>(sql: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(sql, values));
  const page = async (path: string) =>
    textOfPage((await browserOf(service, board).open(`/months/2020-12${path}`)).html);
  const file = async (path: string) => {
    const reply = await fetch(service.url + path, { headers: { cookie: board.cookie } });
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const documentOf = async (format: 'pdf' | 'docx') => {
    const briefing = await service.as(committee, () => service.get(Briefings).getLatest(DECEMBER));
    return file(`/documents/${briefing.frozen?.documentId ?? ''}/${format}`);
  };

  it.each(['', '?view=days', '/people', '/calendar', '/forms', '/briefing'])(
    'are told on each of its pages in one sentence: %s',
    async (path) => {
      expect(await page(path)).toContain(
        '8 lượt được phân công = 7 lượt giữ nguyên + 1 lượt đã từ chối. ' +
          'Trong 7 lượt đó: 3 đã dự, 2 không dự được, 2 chưa có kết quả. Cần có phiếu: 5 = 3 + 2.',
      );
    },
  );

  it('stand as those that are kept where people and duties are listed', async () => {
    expect(await page('/people')).toMatch(/Lượt dự 7 /);
    const duties = await page('/duties');
    expect(duties).toContain('2 người có 7 lượt dự trong kế hoạch đã công bố');
    const answers = [...duties.matchAll(/(\d+) \/ (\d+)(\s*từ chối (\d+))?/g)].map(([, answered, all, , declined]) =>
      [answered, all, declined ?? 0].map(Number),
    );
    const sums = answers.reduce((sum, each) => sum.map((value, at) => value + (each[at] ?? 0)), [0, 0, 0]);
    expect(sums).toEqual([7, 8, 1]);
  });

  it('come to the same way on the page of the month and of the year: that of those that are kept', async () => {
    const of = (text: string) => Number(/Quãng đường (\d+) km/.exec(text)?.[1]);
    const year = textOfPage((await browserOf(service, board).open('/years/2020')).html);
    expect(of(await page(''))).toEqual(of(year));
  });

  it('stand as those that were assigned in the duty notice', async () => {
    const [notice] = await rows<{ id: string }>(`select id from documents where type = 'TB'`);
    const { pages } = await readPdf(await file(`/documents/${notice?.id ?? ''}/pdf`));
    expect(said(pages.map(({ text }) => text).join(' '))).toContain('08 lượt sinh hoạt');
  });

  it('stand as made, declined and missed in the words and the list of the briefing, in either file', async () => {
    const { pages } = await readPdf(await documentOf('pdf'));
    const pdf = said(pages.map(({ text }) => text).join(' '));
    const docx = said(
      textOfPage(strFromU8(unzipSync(await documentOf('docx'))['word/document.xml'] ?? new Uint8Array())),
    );
    for (const text of [pdf, docx, said(await page('/briefing'))]) {
      expect(text).toContain('Các đồng chí đã dự 03/08 lượt được phân công (37,5%).');
      expect(text).toContain('Có 01 lượt đã từ chối; lý do: ốm (01 lượt).');
      expect(text).toContain('Có 02 lượt không dự được; lý do: việc gia đình (02 lượt).');
      expect(text).toContain('Còn 02 lượt chưa có thông tin thực hiện.');
    }
    expect(docx.match(/Đã từ chối: ốm/gi)).toHaveLength(1);
    expect(docx.match(/Không dự: việc gia đình/gi)).toHaveLength(2);
  });

  it('stand as made out of assigned in the mail to the leaders, and on their page', async () => {
    const [mail] = await rows<{ draft: { model: { figures: { label: string; value: string }[] } } }>(
      `select content -> 'draft' as draft from mails where kind = 'briefing-frozen'`,
    );
    const figure = mail?.draft.model.figures.find(({ label }) => label === 'Lượt đã dự');
    expect(figure?.value.replaceAll('\u00a0', ' ')).toBe('3 / 8 (trên lượt phân công)');
    const { html } = await browserOf(service, leader).open('/months/2020-12/briefing');
    expect(textOfPage(html)).toMatch(/Lượt đã dự 3 \/ 8/);
  });
});

function textOfPage(html: string): string {
  return html
    .replace(/<\/(?:p|li|td|th|dt|dd|div|w:p)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

function said(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}
