import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { BriefingInputReadModel } from '../../src/modules/briefings/infra/briefing-input-read-model.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { Plans } from '../../src/modules/planning/infra/repositories/plans.ts';
import { draftOf, publish, supersede } from '../../src/modules/planning/domain/month-plan.ts';
import { STANDARD_POLICY } from '../../src/modules/planning/domain/planning-policy.ts';
import { type Plan, readProblem } from '../../src/solver/index.ts';
import { buildPeoplePage } from '../../src/pages/month/build-people-page.ts';
import { currentAssignments } from '../../src/pages/month/current-assignments.ts';
import { MonthScreenReadModel } from '../../src/pages/month/month-screen-read-model.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');

/** A solution that sends nobody anywhere. */
const NOTHING = {
  problem: readProblem({
    version: 1,
    departments: [{ id: 'BTC' }],
    branches: [],
    specialists: [{ id: newId<'Specialist'>(), departmentId: 'BTC', maxVisits: 4, target: 0 }],
    meetings: [],
  }),
  plan: {
    status: 'optimal',
    inputHash: 'second',
    assignments: [],
    unmet: [],
    conflict: [],
    tiers: [],
    loads: [],
    effort: { elapsedMs: 0 },
  } as unknown as Plan,
};

describe('a plan that takes the place of a published one', () => {
  let service: TestService;
  let committee: Actor;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-05T02:00:00Z'));
    committee = await aCommittee(service);
  });
  afterAll(() => service.end());

  async function amend(): Promise<void> {
    const plans = service.get(Plans);
    await service.as(committee, async () => {
      const before = await plans.findPublished(DECEMBER);
      if (!before) throw new Error('nothing is published');
      const id = newId<'Plan'>();
      const at = service.clock.now();
      await plans.replaceDraft(draftOf({ id, month: DECEMBER, isVerified: true, madeAt: at, madeBy: null }, NOTHING));
      await plans.update(supersede(before, STANDARD_POLICY));
      const draft = await plans.findHeader(DECEMBER);
      if (!draft) throw new Error('there is no draft');
      await plans.update(
        publish(
          draft,
          { planId: id, seen: draft.revision, seenLeftOut: 0, isOutdated: false, at, by: committee.accountId },
          { sent: 0, leftOut: 0 },
          STANDARD_POLICY,
        ),
      );
    });
  }

  it('may wait beside it, and so may other variants, of which one is shown', async () => {
    const other = await aCommittee(service);
    const plans = service.get(Plans);
    const at = service.clock.now();
    const draft = (name?: string) =>
      draftOf(
        { id: newId<'Plan'>(), month: DECEMBER, isVerified: true, madeAt: at, madeBy: null, ...(name && { name }) },
        NOTHING,
      );
    const [main, fewer, again] = [draft(), draft('fewer'), draft()];
    const shown = await service.as(other, async () => {
      await plans.replaceDraft(main);
      await plans.replaceDraft(fewer);
      await plans.replaceDraft(again);
      return plans.findHeader(DECEMBER);
    });
    expect(shown?.id).toBe(again.id);
    const { plan: _, problem: __, ...header } = again;
    expect(shown).toEqual(header);
    expect(await service.as(other, () => service.work.query(`select name from plans order by name`))).toEqual([
      { name: 'fewer' },
      { name: 'main' },
    ]);
    const second = service.as(other, () => plans.update({ ...fewer, isChosen: true }));
    await expect(second).rejects.toThrow(/plans_chosen_key/);
    await service.as(other, () =>
      plans.update(
        publish(
          header,
          { planId: header.id, seen: header.revision, seenLeftOut: 0, isOutdated: false, at, by: null },
          { sent: 0, leftOut: 0 },
          STANDARD_POLICY,
        ),
      ),
    );
    const late = service.as(other, () => plans.update(header));
    await expect(late).rejects.toMatchObject({ code: 'edit.stale' });
    await service.as(other, () => plans.replaceDraft(draft()));
    expect((await service.as(other, () => plans.findHeader(DECEMBER)))?.state).toBe('published');
  });

  it('leaves the visits of the month where they are: in counts, forms, briefing, calendars and lists', async () => {
    const ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const nga = await aSpecialist(service, committee, ground);
    const nga_ = await signIn(service, committee, { ...nga, role: 'specialist', specialistId: nga.id });
    const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
    const visit = async (heldOn: string) =>
      aVisit(service, committee, {
        branchId: await aBranch(service, committee, ground),
        specialistId: nga.id,
        heldOn: day(heldOn),
      });
    await aForm(service, committee, await visit('2020-12-02'), {}, 'submitted');
    await aForm(service, committee, await visit('2020-12-03'));
    await visit('2020-12-04');
    const declined = await visit('2020-12-20');
    await apiOf(service, nga_)(
      'POST',
      `/visits/${declined.id}/decline`,
      { reason: 'Đi công tác' },
      { 'if-match': '"1"' },
    );

    const seen = async () => {
      const page = async (path: string) => {
        const { html } = await browserOf(service, board).open(`/months/2020-12${path}`);
        // Without what differs between readings: tokens, and ids of the plan itself.
        return html.replace(/name="_csrf" value="[^"]*"/g, '').replace(/\s+/g, ' ');
      };
      return {
        forms: (await apiOf(service, board)('GET', '/months/2020-12/forms')).body,
        formsPage: await page('/forms'),
        briefing: await service.as(committee, () =>
          service.get(BriefingInputReadModel).read(DECEMBER, service.clock.now()),
        ),
        briefingPage: await page('/briefing'),
        calendar: (await page('/calendar.ics')).match(/UID:\S+/g),
        mine: (await apiOf(service, nga_)('GET', '/my/visits?month=2020-12')).body,
      };
    };
    const goers = async () => {
      const screen = await service.as(committee, () => service.get(MonthScreenReadModel).read(DECEMBER));
      const { peopleOf } = currentAssignments(screen);
      const { people } = buildPeoplePage(screen, { q: '', department: '' }, { plans: true });
      return { where: [...peopleOf.values()].map((those) => those.map(({ name }) => name)), loads: people };
    };
    const before = await seen();
    await amend();
    const { where, loads } = await goers();
    expect(where).toEqual([[nga.name], [nga.name], [nga.name]]);
    expect(loads).toMatchObject([{ name: nga.name, visits: 3 }]);
    expect((await browserOf(service, board).open('/months/2020-12')).status).toBe(200);
    const after = await seen();
    // The head of the page, with its counts and waiting items.
    expect(before.formsPage).toContain('Đi công tác');
    expect(before.formsPage).toContain('1 / 3');
    expect(before.calendar).toHaveLength(3);
    expect(after).toEqual(before);
    const states = await service.as(committee, () =>
      service.work.query(`select state from plans order by published_at, state`),
    );
    expect(states).toEqual(expect.arrayContaining([{ state: 'published' }, { state: 'superseded' }]));
  });
});
