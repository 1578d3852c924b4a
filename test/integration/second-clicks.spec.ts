import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { RecordAbsence } from '../../src/modules/directory/index.ts';
import { AddMeeting, CancelMeeting } from '../../src/modules/meetings/index.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const JANUARY = month('2021-01');

/** One change, as sent by the API and by the page; each call is one click. */
interface Change {
  readonly api: () => Promise<{ readonly status: number; readonly body: unknown }>;
  /** The status of the API's reply; 200 by default. */
  readonly status?: number;
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

  const aMeeting = async () => {
    const branchId = await aBranch(service, committee, ground);
    const at = { day: day('2021-01-05'), time: '19:30', minutes: 90, place: '', note: '' };
    const { id } = await service.as(committee, () =>
      service.get(AddMeeting).execute(JANUARY, { branchId, kind: 'regular', ...at }),
    );
    return id;
  };
  const patch = (id: string, change: object, seen: number) =>
    apiOf(service, board)('PATCH', `/months/${JANUARY}/meetings/${id}`, change, { 'if-match': `"${seen}"` });

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
    'opening an accepted form again': async () => {
      const id = await sentForm();
      await post(board, `/submissions/${id}/acceptance`, {});
      const reason = 'Số có mặt ghi nhầm.';
      return {
        api: () => apiOf(service, board)('POST', `/submissions/${id}/reopening`, { reason }, { 'if-match': '"2"' }),
        page: () => send(board, `/submissions/${id}/reopen`, { reason, revision: '2' }),
      };
    },
    'cancelling a meeting': async () => {
      const id = await aMeeting();
      return {
        api: () => patch(id, { state: 'cancelled', note: 'Mưa lớn' }, 1),
        page: () => send(board, `/months/${JANUARY}/calendar/${id}/cancel`, { note: 'Mưa lớn' }),
      };
    },
    'restoring a meeting': async () => {
      const id = await aMeeting();
      await service.as(committee, () => service.get(CancelMeeting).execute(JANUARY, id, 1, 'Mưa lớn'));
      return {
        api: () => patch(id, { state: 'scheduled' }, 2),
        page: () => send(board, `/months/${JANUARY}/calendar/${id}/restore`, { revision: '2' }),
      };
    },
    'moving a meeting': async () => {
      const id = await aMeeting();
      const to = { day: '2021-01-06', time: '08:00', minutes: 60, place: 'Nhà văn hóa', note: 'Dời một ngày' };
      return {
        api: () => patch(id, to, 1),
        page: () => send(board, `/months/${JANUARY}/calendar/${id}`, { ...to, day: '06/01/2021', minutes: '60' }),
      };
    },
    'recording an absence': async () => {
      const { id } = await aSpecialist(service, committee, ground, 'Phạm Văn Học');
      const leave = { specialistId: id, from: '2021-01-04', to: '2021-01-05', kind: 'study' };
      return {
        status: 201,
        api: () => apiOf(service, board)('POST', '/absences', leave),
        page: () => send(board, '/absences', { ...leave, from: '04/01/2021', to: '05/01/2021' }),
      };
    },
    'removing an absence': async () => {
      const span = { from: day('2021-01-04'), to: day('2021-01-05'), kind: 'study' } as const;
      const { id } = await service.as(committee, () =>
        service.get(RecordAbsence).execute({ specialistId: nga.id, ...span }),
      );
      return {
        api: () => apiOf(service, board)('DELETE', `/absences/${id}`),
        page: () => send(board, `/absences/${id}/remove`, {}),
      };
    },
    'compiling a briefing': async () => {
      await aForm(service, committee, await myVisit(), {});
      return {
        api: () => apiOf(service, board)('POST', '/months/2020-12/briefing', {}),
        page: () => send(board, '/months/2020-12/briefing/compile', {}),
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
      const { api, page, status = 200 } = await make();
      const before = (await trail()).length;
      const [one, other] = await Promise.all([api(), api()]);
      expect([one.status, other.status]).toEqual([status, status]);
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

  it('at a reminder tells the same number, and sends and notes nothing', async () => {
    await myVisit();
    const sent = () =>
      service.as(committee, () => service.work.query(`select 1 from mails where kind = 'form-missing'`));
    const remind = () => browserOf(service, board).post('/months/2020-12/forms/remind');
    const before = (await trail()).length;
    const clicks = [...(await Promise.all([remind(), remind()])), await remind()];
    const told = { kind: 'done', key: 'forms.reminded_now', params: { people: 1 } };
    expect(clicks.map(({ status, flash }) => ({ status, flash }))).toEqual(Array(3).fill({ status: 303, flash: told }));
    expect(await sent()).toHaveLength(1);
    // The round, and the one visit of it.
    const noted = (await trail()).slice(before).map(({ action }) => action);
    expect(noted.toSorted()).toEqual(['evaluation.reminded', 'visit.reminded']);
  });

  it('at freezing a briefing answers what was frozen, by page and interface', async () => {
    await aForm(service, committee, await myVisit(), {});
    const path = '/months/2020-12/briefing';
    expect((await send(board, `${path}/compile`, {})).status).toBe(303);
    const [one, other] = await Promise.all([send(board, `${path}/freeze`, {}), send(board, `${path}/freeze`, {})]);
    expect([one.status, other]).toEqual([303, one]);
    const { body } = await apiOf(service, board)<{ revision: number }>('GET', path);
    const seen = { 'if-match': `"${body.revision - 1}"` };
    const freeze = () => apiOf(service, board)('POST', `${path}/freeze`, {}, seen);
    const [first, second] = await Promise.all([freeze(), freeze()]);
    expect([first.status, second]).toEqual([200, first]);
    expect((await trail()).filter(({ action }) => action === 'briefing.frozen')).toHaveLength(1);
  });
});
