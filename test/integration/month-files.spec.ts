import { parse } from 'csv-parse/sync';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');
const WORDS = 'Con nhỏ đang nằm viện';

describe('the files of a month’s plan', () => {
  let service: TestService;
  let committee: Actor;
  const people = {} as Record<'board' | 'leader' | 'specialist', SignedInPerson>;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    const { id: specialistId } = await aSpecialist(service, committee, ground, 'Nguyễn Thị Lan');
    await aSpecialist(service, committee, ground, 'Phạm Văn Minh');
    for (const on of ['2020-12-03', '2020-12-08', '2020-12-10']) {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    for (const role of ['board', 'leader', 'specialist'] as const) {
      const email = `${role}.${committee.committeeId.slice(-8)}@mau.example`;
      people[role] = await signIn(service, committee, {
        email,
        name: 'Trần Văn Ban',
        role,
        ...(role === 'specialist' && { specialistId }),
      });
    }
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(people.board.actor, work);
    const solveId = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
    await asBoard(() => service.get(SolveMonth).execute(DECEMBER, solveId, new AbortController().signal));
  });
  afterAll(() => service.end());

  const get = (who: SignedInPerson, path: string) =>
    fetch(`${service.url}${path}`, { headers: { cookie: who.cookie }, redirect: 'manual' });
  const bytesOf = async (path: string) => {
    const reply = await get(people.leader, path);
    expect([path, reply.status]).toEqual([path, 200]);
    return { bytes: new Uint8Array(await reply.arrayBuffer()), headers: reply.headers };
  };
  const page = '/months/2020-12/export';
  const KINDS = ['pdf', 'xlsx', 'csv', 'json'];

  it('are marked while the plan is a draft', async () => {
    const { bytes: sheets, headers } = await bytesOf(`${page}/xlsx`);
    expect(headers.get('content-disposition')).toContain('ke-hoach-2020-12-ban-nhap.xlsx');
    const [days] = await readWorkbook(sheets);
    expect(days?.rows[0]?.[0]).toContain('BẢN NHÁP');
    const pdf = await readPdf((await bytesOf(`${page}/pdf`)).bytes);
    const [first] = pdf.pages;
    expect([Math.round(first?.widthMm ?? 0), Math.round(first?.heightMm ?? 0)]).toEqual([420, 297]);
    expect(first?.text).toContain('DỰ THẢO');
    expect(first?.text).toContain('Nguyễn Thị Lan');
    const [, row] = parse(Buffer.from((await bytesOf(`${page}/csv`)).bytes), { bom: true });
    expect(row?.[1]).toBe('draft');
  });

  it('are for whoever may read plans', async () => {
    for (const kind of KINDS) {
      expect((await get(people.specialist, `${page}/${kind}`)).status).toBe(403);
      expect((await get(people.specialist, `/api/v1/months/2020-12/plan/export.${kind}`)).status).toBe(403);
    }
    expect((await get(people.leader, `${page}/doc`)).status).toBe(404);
    expect((await get(people.leader, '/months/2020-11/export/xlsx')).status).toBe(404);
    expect((await get(people.leader, page)).status).toBe(200);
  });

  it('tell who goes as things stand, and nothing of why somebody does not', async () => {
    const header = await service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
    await service.work.as(people.board.actor, () =>
      service
        .get(PublishPlan)
        .execute(DECEMBER, { planId: header?.id ?? '', revision: header?.revision ?? 0, leftOut: 0 }),
    );
    const [declined] = await service.as(committee, () =>
      service.work.query<{ meetingId: string }>(
        `with said as (
           update visits set state = 'declined', decline_reason = $1, decline_kind = 'family', answered_at = now()
           where id = (select id from visits order by id limit 1) returning meeting_id)
         select meeting_id as "meetingId" from said`,
        [WORDS],
      ),
    );
    const json = JSON.parse(
      Buffer.from((await bytesOf('/api/v1/months/2020-12/plan/export.json')).bytes).toString(),
    ) as {
      state: string;
      meetings: { id: string; coverage: string; people: unknown[] }[];
    };
    expect(json.state).toBe('published');
    expect(json.meetings.find(({ id }) => id === declined?.meetingId)).toMatchObject({
      coverage: 'uncovered',
      people: [],
    });
    const [days] = await readWorkbook((await bytesOf(`${page}/xlsx`)).bytes);
    const texts = [
      JSON.stringify(json),
      JSON.stringify(days),
      Buffer.from((await bytesOf(`${page}/csv`)).bytes).toString(),
      (await readPdf((await bytesOf(`${page}/pdf`)).bytes)).pages.map(({ text }) => text).join(''),
    ];
    expect(texts.filter((text) => /nằm viện|@mau\.example|BẢN NHÁP|DỰ THẢO/.test(text))).toEqual([]);
  });
});
