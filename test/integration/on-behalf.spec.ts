import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { ImportDistrict } from '../../src/modules/directory/index.ts';
import { RemindLateForms } from '../../src/modules/evaluations/application/remind-late-forms.ts';
import { ReviewForm, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { NameDeputy } from '../../src/modules/identity/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { RemoveMeeting } from '../../src/modules/meetings/application/remove-meeting.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { districtFile } from '../support/import/district-file.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const TOLD = 'Trần Văn Phó (thay mặt Lê Thị Trưởng)';

/** Wherever somebody is named who has done something, a deputy is named with whose place they took. */
describe('what a deputy does', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let deputy: Actor;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const person = (email: string, name: string) => signIn(service, committee, { email, name, role: 'board' });
    board = await person('pho@behalf.example', 'Trần Văn Phó');
    const { actor: principal } = await person('truong@behalf.example', 'Lê Thị Trưởng');
    if (principal.accountId === null) throw new Error('people sign in with accounts');
    deputy = { ...board.actor, onBehalfOf: principal.accountId };
  });
  afterAll(() => service.end());

  const open = async (path: string) => (await browserOf(service, board).open(path)).html;
  const aVisitOn = async (heldOn: string) =>
    aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: (await aSpecialist(service, committee, ground)).id,
      heldOn: day(heldOn),
    });

  it('with a form is told on the page of the form, over the interface and in the mail to its author', async () => {
    const id = await aForm(service, committee, await aVisitOn('2020-12-03'), {}, 'submitted');
    await service.work.as(deputy, () => service.get(ReviewForm).sendBack(id, 1, { comments: 'Bổ sung nguyên nhân.' }));
    expect(await open(`/submissions/${id}`)).toContain(TOLD);
    const { body } = await apiOf(service, board)<{ review: unknown }>('GET', `/submissions/${id}`);
    expect(body.review).toMatchObject({ by: 'Trần Văn Phó', onBehalfOf: 'Lê Thị Trưởng' });
    const mails = await service.as(committee, () =>
      service.work.query(
        `select content -> 'draft' -> 'model' ->> 'reviewer' as reviewer from mails where kind = 'form-returned'`,
      ),
    );
    expect(mails).toEqual([{ reviewer: TOLD }]);
  });

  it('about late forms is told until somebody reminds in their own name', async () => {
    await aVisitOn('2020-12-01');
    const remind = (actor: Actor) =>
      service.work.as(actor, () => service.get(RemindLateForms).now({ month: month('2020-12') }));
    expect(await remind(deputy)).toBe(1);
    expect(await open('/months/2020-12/forms')).toContain(TOLD);
    await service.clock.moveTo(new Date('2020-12-16T02:00:00Z'));
    await remind(board.actor);
    const html = await open('/months/2020-12/forms');
    expect(html).toContain('Trần Văn Phó');
    expect(html).not.toContain(TOLD);
  });

  it('to a calendar is told in its list of changes', async () => {
    const JANUARY = month('2021-01');
    const branchId = await aBranch(service, committee, ground);
    const meeting = await service.as(committee, () =>
      service.get(AddMeeting).execute(JANUARY, {
        branchId,
        kind: 'regular',
        day: day('2021-01-06'),
        time: '19:30',
        minutes: 90,
        place: '',
        note: '',
      }),
    );
    await service.work.as(deputy, () => service.get(RemoveMeeting).execute(JANUARY, meeting.id, 1));
    expect(await open('/months/2021-01/calendar')).toContain(TOLD);
  });

  it('with a file is told on its page and in the list of imports', async () => {
    const file = await districtFile([
      {
        name: 'Lĩnh vực',
        rows: [
          ['Mã', 'Tên'],
          ['MT', 'Môi trường'],
        ],
      },
    ]);
    const { id } = await service.work.as(deputy, () => service.get(ImportDistrict).execute(file, 'check'));
    expect(await open(`/imports/${id}`)).toContain(TOLD);
    expect(await open('/imports')).toContain(TOLD);
  });

  describe('of several members of the board', () => {
    let person: SignedInPerson;
    const principals: Record<string, string> = {};
    const addBranchMeeting = async (html: string, more: Record<string, string> = {}, cookie = '') => {
      const branchId = await aBranch(service, committee, ground);
      const { status } = await browserOf(service, { ...person, cookie: `${person.cookie}; ${cookie}` }).post(
        '/months/2021-02/calendar',
        {
          branchId,
          kind: 'regular',
          day: '2021-02-09',
          time: '19:30',
          minutes: '90',
          _for: hiddenIn(html, '_for'),
          ...more,
        },
      );
      return status;
    };
    const lastInTrail = () =>
      service.as(committee, () =>
        service.work.query<{ action: string; principal: string }>(
          `select e.action, n.name as principal from audit_entries e
           join audit_details d on d.committee_id = e.committee_id and d.seq = e.seq
           join account_names n on n.id::text = d.details ->> 'onBehalfOf' order by e.seq desc limit 1`,
        ),
      );
    beforeAll(async () => {
      person = await signIn(service, committee, { email: 'thay@behalf.example', name: 'Ngô Văn Thay', role: 'front' });
      for (const [email, name] of [
        ['mot@behalf.example', 'Đỗ Thị Một'],
        ['hai@behalf.example', 'Võ Văn Hai'],
      ] as const) {
        const { actor } = await signIn(service, committee, { email, name, role: 'board' });
        const [accountId, deputyId] = [actor.accountId, person.actor.accountId];
        if (!accountId || !deputyId) throw new Error('people sign in with accounts');
        const days = { from: day('2020-12-15'), to: day('2020-12-31') };
        await service.as(committee, () =>
          service.get(NameDeputy).execute({ accountId, deputyId, role: 'board', ...days }),
        );
        principals[name] = accountId;
      }
    });

    it('is for the one whom every page names, until another one is chosen, which is kept', async () => {
      const first = (await browserOf(service, person).open('/months/2021-02/calendar')).html;
      expect(first).toContain('Bạn đang làm thay Đỗ Thị Một');
      expect(await addBranchMeeting(first)).toBe(303);
      expect((await lastInTrail())[0]?.principal).toBe('Đỗ Thị Một');

      const choice = `board.${principals['Võ Văn Hai']}`;
      expect(first).toContain(`name="choice" value="${choice}"`);
      const reply = await fetch(`${service.url}/account/acting-for`, {
        method: 'POST',
        headers: { cookie: person.cookie },
        redirect: 'manual',
        body: new URLSearchParams({ _csrf: person.csrf, choice, back: '/months/2021-02/calendar' }),
      });
      expect([reply.status, reply.headers.get('location')]).toEqual([303, '/months/2021-02/calendar']);
      const kept =
        reply.headers
          .getSetCookie()
          .find((line) => line.startsWith('giaoban-for='))
          ?.split(';')[0] ?? '';
      const second = (
        await browserOf(service, { ...person, cookie: `${person.cookie}; ${kept}` }).open('/months/2021-02/calendar')
      ).html;
      expect(second).toContain('Bạn đang làm thay Võ Văn Hai');
      expect(await addBranchMeeting(second, {}, kept)).toBe(303);
      expect((await lastInTrail())[0]?.principal).toBe('Võ Văn Hai');

      // A page that was opened before still says, and records, the first one.
      expect(await addBranchMeeting(first, {}, kept)).toBe(303);
      expect((await lastInTrail())[0]?.principal).toBe('Đỗ Thị Một');
      expect(await addBranchMeeting(first, { _for: `board.${board.actor.accountId}` })).toBe(403);
    });

    it('is named by a program with each request', async () => {
      const api = apiOf(service, person);
      const { body } = await api<{ deputyOf: { name: string; accountId: string }[] }>('GET', '/session');
      expect(body.deputyOf.map(({ name }) => name)).toEqual(['Đỗ Thị Một', 'Võ Văn Hai']);
      const branchId = await aBranch(service, committee, ground);
      const meeting = { branchId, kind: 'regular', day: '2021-02-10', time: '19:30', minutes: 90, place: '', note: '' };
      for (const { name, accountId } of body.deputyOf) {
        const headers = { 'x-on-behalf-of': accountId };
        expect(
          (
            await api(
              'POST',
              '/months/2021-02/meetings',
              { ...meeting, day: name === 'Võ Văn Hai' ? '2021-02-11' : '2021-02-10' },
              headers,
            )
          ).status,
        ).toBe(201);
        expect((await lastInTrail())[0]?.principal).toBe(name);
      }
      const foreign = { 'x-on-behalf-of': board.actor.accountId ?? '' };
      expect((await api('POST', '/months/2021-02/meetings', meeting, foreign)).body.code).toBe('http.not_deputy');
    });
  });
});
