import type { Actor } from '../../src/kernel/actor.ts';
import type { MeetingId, SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { AnswerVisit, type Visit } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

interface Found {
  readonly planId: string;
  readonly revision: number;
  readonly filledById: string | null;
  readonly items: readonly { readonly specialistIds: readonly string[]; readonly changes: readonly object[] }[];
  readonly nearest: { readonly specialistId: string; readonly breaks: readonly string[] } | null;
  readonly isComplete: boolean;
}

describe('the repairs of a broken seat', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let nga: SpecialistId;
  let hoa: SpecialistId;
  let visit: Visit;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-01T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    board = await boardMember('Trần Văn Ban');
    ({ id: nga } = await aSpecialist(service, committee, ground, 'Lê Thị Nga'));
    ({ id: hoa } = await aSpecialist(service, committee, ground, 'Phạm Thị Hoa'));
    visit = await aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: nga,
      heldOn: day('2020-12-10'),
    });
  });

  let people = 0;
  const boardMember = (name: string) =>
    signIn(service, committee, { email: `ban.${++people}@repairs.example`, name, role: 'board' });
  const specialist = (specialistId: SpecialistId) =>
    signIn(service, committee, { email: 'nga@repairs.example', name: 'Lê Thị Nga', role: 'specialist', specialistId });
  const open = async (path: string, form?: Record<string, string | string[]>, who = board) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    const html = reply.html.replaceAll('&#x3D;', '=');
    return { ...reply, html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };
  const sql = <T extends object>(text: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<T>(text, values));
  const pathOf = (meetingId: MeetingId, visitId?: string) =>
    `/months/2020-12/repairs?meeting=${meetingId}${visitId ? `&visit=${visitId}` : ''}`;
  const decline = () =>
    service.work.as({ ...committee, specialistId: nga }, () =>
      service.get(AnswerVisit).decline(visit.id, 1, { kind: 'ill', reason: 'Mổ ruột thừa' }),
    );
  const away = (who: SpecialistId, on: string, before: string) =>
    sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, $2, $3, 'sick')`,
      who,
      on,
      before,
    );
  /** The fields of the first form that sends somebody. */
  const formIn = (html: string): Record<string, string | string[]> => {
    const [, form = ''] = /<form method="post" action="\/months\/2020-12\/repairs">([^]*?)<\/form>/.exec(html) ?? [];
    const fields: Record<string, string[]> = {};
    for (const [, name = '', value = ''] of form.matchAll(/name="([^"]+)" value="([^"]*)"/g)) {
      if (name !== '_csrf') fields[name] = [...(fields[name] ?? []), value];
    }
    const [, reason = ''] = /<textarea[^>]*name="reason"[^>]*>([^<]*)</.exec(form) ?? [];
    return { ...fields, reason };
  };
  /** What a page has seen of the plan, where it has no form. */
  const seenIn = async () => {
    const [plan] = await sql<{ planId: string; seen: string }>(
      `select id as "planId", revision::text as seen from plans where state = 'published'`,
    );
    return { planId: plan?.planId ?? '', seen: plan?.seen ?? '' };
  };
  const states = async (meetingId = visit.meetingId) => {
    const rows = await sql<{ who: string; state: string }>(
      `select s.name as who, v.state from month_visits v join specialist_profiles s on s.id = v.specialist_id
       where v.meeting_id = $1 order by v.id`,
      meetingId,
    );
    return rows.map(({ who, state }) => `${who} ${state}`);
  };

  it('of a declined visit stand behind “Chờ tôi” and are applied by one press, with the reason and without its words', async () => {
    await decline();
    expect((await open('/months/2020-12/calendar')).html).toContain(
      pathOf(visit.meetingId, visit.id).replace('&', '&amp;'),
    );
    const page = await open(pathOf(visit.meetingId, visit.id));
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Phạm Thị Hoa (BTC)')]);
    expect(page.text).toMatch(
      /Phương án tốt nhất .*Không ai khác phải đổi lượt\. Người được báo: Phạm Thị Hoa \S+@mau\.example/,
    );
    const amend = (await open(`/months/2020-12/amend?meeting=${visit.meetingId}`)).text;
    expect(amend).toMatch(/Đã từ chối: Lê Thị Nga\..*Phạm Thị Hoa \(BTC\).*Lê Thị Nga \(BTC\).*đã từ chối cuộc này/);
    const form = formIn(page.html);
    expect(form['reason']).toBe('Lê Thị Nga không dự được');
    const other = await boardMember('Lê Thị Hai');
    for (const _ of ['once', 'again']) {
      const sent = await open('/months/2020-12/repairs', form);
      expect([sent.status, sent.location]).toEqual([303, `/meetings/${visit.meetingId}`]);
    }
    const late = await open('/months/2020-12/repairs', { ...form, reason: 'Chị Nga ốm' }, other);
    expect([late.status, late.text]).toEqual([412, expect.stringContaining('Trần Văn Ban')]);
    expect(late.text).toContain('Phạm Thị Hoa đã được cử vào chỗ này');
    expect(await states()).toEqual(['Lê Thị Nga declined', 'Phạm Thị Hoa offered']);
    const own = await open('/my/visits?month=2020-12', undefined, await specialist(nga));
    expect(own.text).toContain('Đã cử Phạm Thị Hoa dự thay.');
    expect(own.html).not.toMatch(/take-back|cùng Phạm Thị Hoa/);
  });

  it('of a visit on leave take the person off as well, and who has just become busy is refused in words', async () => {
    await away(nga, '2020-12-10', '2020-12-11');
    const listed = await open('/touched-visits');
    expect(listed.html).toContain(pathOf(visit.meetingId, visit.id).replace('&', '&amp;'));
    const form = formIn((await open(pathOf(visit.meetingId, visit.id))).html);
    expect(form).toMatchObject({ off: [visit.id], on: [`${hoa}_${visit.meetingId}`] });
    await away(hoa, '2020-12-09', '2020-12-12');
    const refused = await open('/months/2020-12/repairs', form);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Phạm Thị Hoa bận vào giờ đó')]);
    expect(refused.text).toMatch(
      /Không ai cử được đến cuộc này Gần được nhất là Phạm Thị Hoa, nhưng: Phạm Thị Hoa bận/,
    );
    expect(await states()).toEqual(['Lê Thị Nga offered']);
  });

  it('take nobody off a visit that they accept between the page and the press', async () => {
    await decline();
    const moved = await aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: hoa,
      heldOn: day('2020-12-10'),
    });
    const form = formIn((await open(pathOf(visit.meetingId, visit.id))).html);
    const asked = {
      ...(Object.keys(form).length > 1 ? form : await seenIn()),
      meeting: visit.meetingId,
      visit: visit.id,
      off: [moved.id],
      on: [`${hoa}_${visit.meetingId}`],
      reason: 'Lê Thị Nga không dự được',
    };
    await service.work.as({ ...committee, specialistId: hoa }, () => service.get(AnswerVisit).accept(moved.id, 1));
    const refused = await open('/months/2020-12/repairs', asked);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('có người vừa nhận 1 lượt')]);
    expect([await states(), await states(moved.meetingId)]).toEqual([
      ['Lê Thị Nga declined'],
      ['Phạm Thị Hoa accepted'],
    ]);
  });

  it('take whoever is ill off a visit that they had accepted', async () => {
    await service.work.as({ ...committee, specialistId: nga }, () => service.get(AnswerVisit).accept(visit.id, 1));
    await away(nga, '2020-12-10', '2020-12-11');
    const form = formIn((await open(pathOf(visit.meetingId, visit.id))).html);
    expect((await open('/months/2020-12/repairs', form)).status).toBe(303);
    expect(await states()).toEqual(['Lê Thị Nga released', 'Phạm Thị Hoa offered']);
  });

  it('of a missing answer, an empty seat and whoever is retired are found the same way', async () => {
    const seat = { meetingId: visit.meetingId, visitId: visit.id };
    const api = apiOf(service, board);
    const ask = async (query: string) => (await api<Found>('GET', `/months/2020-12/repairs?${query}`)).body;
    const found = await ask(`meetingId=${seat.meetingId}&visitId=${seat.visitId}`);
    expect(found.items.map(({ specialistIds }) => specialistIds)).toEqual([[hoa]]);
    expect(found).toMatchObject({ filledById: null, nearest: null, isComplete: true });
    const send = { kind: 'send', specialistId: hoa, meetingId: seat.meetingId };
    expect(found.items[0]?.changes).toEqual([{ kind: 'release', visitId: visit.id }, send]);
    expect(await ask(`meetingId=${seat.meetingId}`)).toMatchObject({ filledById: nga, items: [] });

    await sql(`update specialists set archived_at = now() where id = $1`, nga);
    const gone = await ask(`meetingId=${seat.meetingId}&visitId=${seat.visitId}`);
    expect(gone.items.map(({ specialistIds }) => specialistIds)).toEqual([[hoa]]);
    const amended = await api(
      'POST',
      '/months/2020-12/amendments',
      { planId: gone.planId, changes: gone.items[0]?.changes, reason: 'Đồng chí Nga chuyển công tác' },
      { 'if-match': `"${gone.revision}"` },
    );
    expect([amended.status, await states()]).toEqual([201, ['Lê Thị Nga released', 'Phạm Thị Hoa offered']]);
    const strange = `meetingId=${visit.id}`;
    expect(await api('GET', `/months/2020-12/repairs?${strange}`)).toMatchObject({ status: 409 });
  });

  it('name three people at most, each once, those of a lower load first', async () => {
    for (const name of ['Vũ Thị Lan', 'Đỗ Văn Nam', 'Ngô Thị Quý']) await aSpecialist(service, committee, ground, name);
    await aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: hoa,
      heldOn: day('2020-12-15'),
    });
    await decline();
    const page = await open(pathOf(visit.meetingId, visit.id));
    const names = [...page.text.matchAll(/(\S+ \S+ \S+) \(BTC\) (?:Phương án|Proposal)/g)].map(([, name]) => name);
    expect(names).toHaveLength(3);
    expect(names).not.toContain('Phạm Thị Hoa');
    expect(new Set(names).size).toBe(3);
  });
});
