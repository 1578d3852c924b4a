import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const JANUARY = month('2021-01');

/** One change, as the interface and as the page send it; each call is a click of its own. */
interface Change {
  readonly api: () => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly page: () => Promise<{ readonly status: number; readonly location: string | null }>;
}

describe('a second click', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let nga: SignedInPerson & { id: SpecialistId };

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const mail = `${committee.committeeId.slice(-8)}@mau.example`;
    board = await signIn(service, committee, { email: `ban.${mail}`, name: 'Trần Văn Ban', role: 'board' });
    const { id, email } = await aSpecialist(service, committee, ground, 'Lê Thị Nga');
    nga = {
      ...(await signIn(service, committee, { email, name: 'Lê Thị Nga', role: 'specialist', specialistId: id })),
      id,
    };
  });

  const post = (who: SignedInPerson, path: string, body: object) =>
    apiOf(service, who)('POST', path, body, { 'if-match': '"1"' });
  const send = async (who: SignedInPerson, path: string, fields: Record<string, string>) => {
    const { status, location } = await browserOf(service, who).post(path, { revision: '1', ...fields });
    return { status, location };
  };
  const myVisit = async () =>
    aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: nga.id,
      heldOn: day('2020-12-03'),
    });
  const sentForm = async () => {
    const { id } = await myVisit();
    const submissionId = newId();
    await apiOf(service, nga)('PUT', `/visits/${id}/submissions/${submissionId}`, {
      basedOn: 0,
      answers: someAnswers({ directives: [], date: day('2020-12-03') }),
    });
    return submissionId;
  };

  const changes: Record<string, () => Promise<Change>> = {
    'accepting a visit': async () => {
      const { id } = await myVisit();
      return {
        api: () => post(nga, `/visits/${id}/accept`, {}),
        page: () => send(nga, `/my/visits/${id}/accept`, {}),
      };
    },
    'declining a visit': async () => {
      const { id } = await myVisit();
      return {
        api: () => post(nga, `/visits/${id}/decline`, { reason: 'Ốm' }),
        page: () => send(nga, `/my/visits/${id}/decline`, { reason: 'Ốm' }),
      };
    },
    'accepting a form': async () => {
      const id = await sentForm();
      return {
        api: () => post(board, `/submissions/${id}/acceptance`, { comments: 'Tốt.' }),
        page: () => send(board, `/submissions/${id}/accept`, { comments: 'Tốt.' }),
      };
    },
    'returning a form': async () => {
      const id = await sentForm();
      return {
        api: () => post(board, `/submissions/${id}/return`, { comments: 'Ghi rõ nguyên nhân.' }),
        page: () => send(board, `/submissions/${id}/return`, { comments: 'Ghi rõ nguyên nhân.' }),
      };
    },
    'cancelling a meeting': async () => {
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day('2021-01-05'), time: '19:30', minutes: 90, place: '', note: '' };
      const { id } = await service.as(committee, () =>
        service.get(AddMeeting).execute(JANUARY, { branchId, kind: 'regular', ...at }),
      );
      return {
        api: () =>
          apiOf(service, board)(
            'PATCH',
            `/months/${JANUARY}/meetings/${id}`,
            { state: 'cancelled', note: 'Mưa lớn' },
            { 'if-match': '"1"' },
          ),
        page: () => send(board, `/months/${JANUARY}/calendar/${id}/cancel`, { note: 'Mưa lớn' }),
      };
    },
  };
  const trail = () =>
    service.as(committee, () =>
      service.work.query<{ action: string }>(
        `select action from audit_entries where committee_id = current_committee() and action !~ '^session' order by seq`,
      ),
    );

  it.each(Object.entries(changes))(
    'at %s changes nothing and is answered as the first, by page and interface',
    async (_, make) => {
      const { api, page } = await make();
      const before = (await trail()).length;
      const [one, other] = await Promise.all([api(), api()]);
      expect([one.status, other.status]).toEqual([200, 200]);
      expect(other.body).toEqual(one.body);
      expect((await api()).body).toEqual(one.body);
      const clicked = await page();
      expect(clicked.status).toBe(303);
      expect(await page()).toEqual(clicked);
      expect((await trail()).length).toBe(before + 1);
    },
  );

  it.each(Object.entries(changes))('at %s on a page is answered as the first, both at once', async (_, make) => {
    const { page } = await make();
    const before = (await trail()).length;
    const [one, other] = await Promise.all([page(), page()]);
    expect(one.status).toBe(303);
    expect(other).toEqual(one);
    expect((await trail()).length).toBe(before + 1);
  });

  it('at freezing a briefing answers what was frozen', async () => {
    await aForm(service, committee, await myVisit(), {});
    const path = '/months/2020-12/briefing';
    expect((await send(board, `${path}/compile`, {})).status).toBe(303);
    const [one, other] = await Promise.all([send(board, `${path}/freeze`, {}), send(board, `${path}/freeze`, {})]);
    expect([one.status, other]).toEqual([303, one]);
    expect((await trail()).filter(({ action }) => action === 'briefing.frozen')).toHaveLength(1);
  });
});
