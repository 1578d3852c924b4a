import { day, month } from '../../src/kernel/month.ts';
import { MonthFactsReadModel } from '../../src/modules/planning/infra/month-facts-read-model.ts';
import { compileBriefing } from '../../src/modules/briefings/domain/briefing-content.ts';
import { missingForms } from '../../src/modules/briefings/domain/month-briefing.ts';
import { BriefingInputReadModel } from '../../src/modules/briefings/infra/briefing-input-read-model.ts';
import { RemindLateForms } from '../../src/modules/evaluations/application/remind-late-forms.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import {
  holdsSeat,
  isAssigned,
  isAttended,
  isOpen,
  takesPlace,
  VISIT_STATES,
  type VisitState,
} from '../../src/modules/visits/domain/visit-state.ts';
import { BriefingScreenReadModel } from '../../src/pages/briefing/briefing-screen-read-model.ts';
import { MonthProgressReadModel } from '../../src/pages/month/month-progress-read-model.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';

const NOVEMBER = month('2020-11');
const DECEMBER = month('2020-12');

describe('the states of a visit', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());

  /** The only visit of a new committee. */
  async function aVisitThatIs(state: VisitState, heldOn = day('2020-12-03')) {
    const committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const branchId = await aBranch(service, committee, ground);
    const { id } = await aVisit(service, committee, { branchId, specialistId, heldOn });
    const run = <Row>(sql: string, ...values: unknown[]) =>
      service.as(committee, () => service.work.query<Row>(sql, values));
    await run(`update visits set state = $2, decline_reason = 'Ốm' where id = $1`, id, state);
    return { id, committee, ground, branchId, specialistId, run };
  }

  it.each(VISIT_STATES)('mean the same to the database as to the domain: %s', async (state) => {
    const { id, run } = await aVisitThatIs(state);
    const [row] = await run(
      `select is_assigned as "isAssigned", holds_seat as "holdsSeat", takes_place as "takesPlace",
         is_attended as "isAttended", is_open as "isOpen",
         exists (select from visit_history h where h.id = v.id) as "isHistory"
       from month_visits v where id = $1`,
      id,
    );
    expect(row).toEqual({
      isAssigned: isAssigned(state),
      holdsSeat: holdsSeat(state),
      takesPlace: takesPlace(state),
      isAttended: isAttended(state),
      isOpen: isOpen(state),
      isHistory: takesPlace(state),
    });
  });

  it.each(VISIT_STATES)('leave the seat to another visit or hold it: %s', async (state) => {
    const { id, run } = await aVisitThatIs(state);
    const again = run(
      `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state, meeting_id, plan_id)
       select committee_id, gen_random_uuid(), branch_id, specialist_id, month, held_on, kind, 'offered', meeting_id, plan_id
       from visits where id = $1`,
      id,
    );
    if (holdsSeat(state)) await expect(again).rejects.toThrow(/visits_meeting_key/);
    else await again;
  });

  it.each(VISIT_STATES)(
    'say the same to the engine, to the page of a meeting and to the register of branches: %s',
    async (state) => {
      const { committee, branchId, specialistId } = await aVisitThatIs(state, day('2020-10-06'));
      const counts = takesPlace(state);
      const meeting = await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, {
          branchId,
          kind: 'regular',
          day: day('2020-12-10'),
          time: '19:30',
          minutes: 90,
          place: '',
          note: '',
        }),
      );
      const facts = await service.as(committee, () => service.get(MonthFactsReadModel).find(DECEMBER));
      const board = await signIn(service, committee, {
        email: `ban.${committee.committeeId.slice(-8)}@mau.example`,
        name: 'Trần Văn Ban',
        role: 'board',
      });
      const { html } = await browserOf(service, board).open(`/meetings/${meeting.id}`);
      const register = await apiOf(service, board)<{ items: { id: string; lastVisit: string | null }[] }>(
        'GET',
        '/branches',
      );
      expect(facts?.branches).toMatchObject([{ id: branchId, monthsSinceVisit: counts ? 2 : null }]);
      expect(facts?.specialists).toMatchObject([
        { id: specialistId, lastVisits: counts ? [{ branchId, monthsAgo: 2 }] : [] },
      ]);
      expect(html).toContain(counts ? 'Dự gần nhất: 10/2020' : 'Chưa có ai dự lần nào');
      expect(register.body.items).toMatchObject([{ id: branchId, lastVisit: counts ? '2020-10' : null }]);
    },
  );

  it.each(VISIT_STATES)('say the same to the calendars of the board and of the person: %s', async (state) => {
    const { committee, specialistId } = await aVisitThatIs(state);
    const calendarOf = async (role: 'board' | 'specialist', path: string) => {
      const email = `${role}.${committee.committeeId.slice(-8)}@mau.example`;
      const person = await signIn(service, committee, {
        email,
        name: 'Trần Văn Ban',
        role,
        ...(role === 'specialist' && { specialistId }),
      });
      const { status, html } = await browserOf(service, person).open(path);
      expect(status).toBe(200);
      return html.replaceAll('\r\n ', '').match(/PARTSTAT=[A-Z-]+|UID:\S+|STATUS:\S+/g) ?? [];
    };
    const everybodys = await calendarOf('board', '/months/2020-12/calendar.ics');
    expect(everybodys).toEqual(await calendarOf('specialist', '/my/visits.ics?month=2020-12'));
    expect(everybodys.length > 0).toBe(takesPlace(state));
  });

  it.each(VISIT_STATES)('ask for a form wherever forms are counted, or nowhere: %s', async (state) => {
    const { committee } = await aVisitThatIs(state, day('2020-11-05'));
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const board = await signIn(service, committee, {
      email: `phieu.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
    const due = takesPlace(state) ? 1 : 0;
    const forms = await apiOf(service, board)<{ expected: number; missing: number }>('GET', '/months/2020-11/forms');
    expect(forms.body).toMatchObject({ expected: due, missing: due });
    const input = await service.as(committee, () =>
      service.get(BriefingInputReadModel).read(NOVEMBER, service.clock.now()),
    );
    expect(missingForms(input)).toBe(due);
    const { steps } = await service.as(committee, () => service.get(MonthProgressReadModel).of(NOVEMBER));
    expect(steps.find(({ key }) => key === 'forms')?.figure ?? null).toBe(due > 0 ? '0 / 1' : null);
    expect(await service.as(committee, () => service.get(RemindLateForms).now({ month: NOVEMBER }))).toBe(due);
  });

  it.each(VISIT_STATES)('count a form that came in on the road of the month as in its briefing: %s', async (state) => {
    const { committee, id, specialistId, run } = await aVisitThatIs('accepted', day('2020-11-05'));
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await aForm(service, committee, { id, specialistId }, {}, 'submitted');
    await run(`update visits set state = $2, decline_reason = 'Ốm' where id = $1`, id, state);
    const { waiting, monthProgress } = await service.as(committee, () =>
      service.get(BriefingScreenReadModel).read(NOVEMBER),
    );
    expect(waiting).toBe(takesPlace(state) ? 1 : 0);
    expect(monthProgress.steps.find(({ key }) => key === 'forms')?.figure ?? null).toBe(waiting > 0 ? '1 / 1' : null);
  });

  it.each(VISIT_STATES)(
    'are counted alike on the road of the month, on its pages and in its briefing: %s',
    async (state) => {
      const { committee, run } = await aVisitThatIs(state, day('2020-11-05'));
      await service.as(committee, () => service.get(SeedStandardRubric).execute());
      const [assigned, kept, made] = [isAssigned, holdsSeat, isAttended].map((means) => Number(means(state)));
      const counts = await run(
        `select assigned, declined, kept, made, missed, expected from month_visit_counts where month = '2020-11-01'`,
      );
      expect(counts).toEqual([
        {
          assigned,
          declined: Number(state === 'declined'),
          kept,
          made,
          missed: Number(state === 'missed'),
          expected: Number(takesPlace(state)),
        },
      ]);
      const { steps } = await service.as(committee, () => service.get(MonthProgressReadModel).of(NOVEMBER));
      expect(steps.find(({ key }) => key === 'visits')?.figure ?? null).toBe(kept ? `${made} / 1` : null);
      const { visits } = await service.as(committee, () =>
        service.get(BriefingInputReadModel).read(NOVEMBER, service.clock.now()),
      );
      expect(visits).toHaveLength(assigned ?? 0);
      expect(visits.filter(({ outcome }) => outcome === 'attended')).toHaveLength(made ?? 0);
    },
  );

  it('add up to the same figures on each page of a month, in its briefing, at its forms and in its reminders', async () => {
    const { committee, ground, specialistId, run } = await aVisitThatIs('accepted', day('2020-11-02'));
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const states = ['declined', 'missed', 'missed', 'done', 'done', 'done', 'offered', 'cancelled'] as const;
    for (const [index, state] of states.entries()) {
      const branchId = await aBranch(service, committee, ground);
      const heldOn = day(`2020-11-${String(index + 3).padStart(2, '0')}`);
      const { id } = await aVisit(service, committee, { branchId, specialistId, heldOn });
      await run(`update visits set state = $2, decline_reason = 'Ốm' where id = $1`, id, state);
    }
    const board = await signIn(service, committee, {
      email: `cong.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
    const said =
      '8 lượt được phân công = 7 lượt giữ nguyên + 1 lượt đã từ chối. ' +
      'Trong 7 lượt đó: 3 đã dự, 2 không dự được, 2 chưa có kết quả. Cần có phiếu: 5 = 3 + 2.';
    for (const page of ['forms', 'calendar', 'briefing']) {
      const { html } = await browserOf(service, board).open(`/months/2020-11/${page}`);
      expect(html.replaceAll('&#x3D;', '=')).toContain(said);
    }
    const { steps } = await service.as(committee, () => service.get(MonthProgressReadModel).of(NOVEMBER));
    expect(steps.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['3 / 7', '0 / 5']));
    const forms = await apiOf(service, board)<{ expected: number; missing: number }>('GET', '/months/2020-11/forms');
    expect(forms.body).toMatchObject({ expected: 5, missing: 5 });
    const input = await service.as(committee, () =>
      service.get(BriefingInputReadModel).read(NOVEMBER, service.clock.now()),
    );
    const content = compileBriefing(input);
    expect(content.figures).toMatchObject({ assigned: 8, attended: 3 });
    expect(JSON.stringify(content)).toContain('không dự được');
    expect(missingForms(input)).toBe(5);
    expect(await service.as(committee, () => service.get(RemindLateForms).now({ month: NOVEMBER }))).toBe(1);
    const [mail] = await run(`select subject from mails where kind = 'form-missing'`);
    expect(mail).toEqual({ subject: 'Nhắc gửi phiếu dự sinh hoạt: 5 phiếu đã quá hạn' });
  });

  it('tell of a last visit once its day is over', async () => {
    const { committee, branchId } = await aVisitThatIs('accepted', day('2020-11-25'));
    const board = await signIn(service, committee, { email: 'mai@mau.example', name: 'Trần Thị Mai', role: 'board' });
    const register = await apiOf(service, board)<{ items: { id: string; lastVisit: string | null }[] }>(
      'GET',
      '/branches',
    );
    expect(register.body.items).toMatchObject([{ id: branchId, lastVisit: null }]);
  });
});
