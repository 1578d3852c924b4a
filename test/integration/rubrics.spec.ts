import { newId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import { type Rubric, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import type { Band, Criterion, Group } from '../../src/modules/evaluations/domain/rubric.ts';
import { Rubrics } from '../../src/modules/evaluations/infra/repositories/rubrics.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly basedOn: string | null;
  readonly content: Rubric;
  readonly faults: readonly { readonly pointer: string; readonly code: string }[];
}
interface Trial {
  readonly scored: number;
  readonly unanswered: number;
  readonly notMeant: number;
  readonly changed: readonly { readonly ratingBefore: string; readonly ratingAfter: string; readonly branch: string }[];
}

describe('the rubrics of a committee', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    board = await someone('ban', 'board');
  });

  const someone = (name: string, role: 'board' | 'leader') =>
    signIn(service, committee, {
      email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role,
    });
  const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
  const copyOf = async (code: string, version = 0, id: string = newId<'Rubric'>()) =>
    (await apiOf(service, board)<Draft>('POST', '/rubric-drafts', { id, code, version })).body;
  const save = (draft: Draft, content: object, revision = draft.revision) =>
    apiOf(service, board)<Draft & Problem>('PUT', `/rubric-drafts/${draft.id}`, { content }, seen(revision));
  const publish = <T = { version: number; state: string }>(draft: Draft, from: string) =>
    apiOf(service, board)<T>('POST', `/rubric-drafts/${draft.id}/publication`, { from }, seen(draft.revision));

  /** 42-HD with other bands of targets, which are most of its points. */
  function withTargets(rubric: Rubric, change: (bands: readonly Band[]) => readonly Band[]): Rubric {
    const changed = (each: Criterion): Criterion =>
      each.id === 'targets' && each.scoring.by === 'bands'
        ? { ...each, scoring: { ...each.scoring, bands: change(each.scoring.bands) } }
        : each;
    const groups = (all: readonly Group[]) => all.map((group) => ({ ...group, criteria: group.criteria.map(changed) }));
    return { ...rubric, sheets: rubric.sheets.map((sheet) => ({ ...sheet, groups: groups(sheet.groups) })) };
  }
  const from = (bound: '80%' | '95%') => (bands: readonly Band[]) =>
    bands.flatMap((band, n) => (n === 0 ? [{ ...band, from: bound }] : n === 1 && bound === '80%' ? [] : [band]));
  const wider = (rubric: Rubric) => withTargets(rubric, from('80%'));

  it('are copied, changed and published from a month on, by which the next form is scored', async () => {
    const draft = await copyOf('42-hd', 2);
    expect([draft.basedOn, draft.faults]).toEqual(['42-hd/2', []]);
    const { body: saved } = await save(draft, wider(draft.content));
    expect([saved.revision, saved.faults]).toEqual([2, []]);
    const { status, body } = await publish(saved, '2021-01');
    expect([status, body.version, body.state]).toEqual([200, 3, 'coming']);
    expect((await publish(saved, '2021-01')).body.version).toBe(3);

    const current = (on: string) => service.as(committee, () => service.get(Rubrics).current(day(on)));
    expect((await current('2020-12-31')).version).toBe(2);
    const next = await current('2021-01-01');
    expect([next.version, next.effectiveFrom, next.source]).toEqual([3, '2021-01-01', draft.content.source]);
  });

  it('say what a draft would have made of past forms', async () => {
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    for (const [steps, targetsMet] of [
      [0, 8],
      [5, 8],
      [5, 10],
    ] as const) {
      const branchId = await aBranch(service, committee, ground);
      const visit = await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-03') });
      await aForm(service, committee, visit, {
        targetsMet,
        scores: { ...someAnswers().scores, steps, regular_content: 7 },
      });
    }
    const draft = await copyOf('42-hd', 2);
    const { body: saved } = await save(draft, wider(draft.content));
    const { body } = await apiOf(service, board)<Trial>('GET', `/rubric-drafts/${saved.id}/trial`);
    expect(body).toMatchObject({ scored: 3, unanswered: 0, notMeant: 0 });
    expect(body.changed.map(({ ratingBefore, ratingAfter }) => [ratingBefore, ratingAfter])).toEqual([
      ['fair', 'good'],
    ]);
    // One for thematic meetings only would have scored none of them.
    const { kinds: _, ...content } = saved.content;
    const sheets = content.sheets.map((sheet) => ({ ...sheet, kinds: ['thematic'] }));
    const narrow = await save(saved, { ...content, kinds: ['thematic'], sheets });
    const other = await apiOf(service, board)<Trial>('GET', `/rubric-drafts/${narrow.body.id}/trial`);
    expect(other.body).toMatchObject({ scored: 0, notMeant: 3, changed: [] });
    // Somebody who may read rubrics need not see which branches the forms are of.
    const leader = apiOf(service, await someone('lanh.dao', 'leader'));
    expect((await leader('GET', `/rubric-drafts/${saved.id}/trial`)).status).toBe(403);
    expect((await leader('GET', '/rubrics')).status).toBe(200);
  });

  it('are refused with each wrong place, and kept as drafts until they are right', async () => {
    const draft = await copyOf('42-hd');
    const { body: holed, status } = await save(draft, withTargets(draft.content, from('95%')));
    expect([status, holed.faults]).toEqual([
      200,
      [{ pointer: '/sheets/0/groups/6/criteria/0/scoring/bands/0', code: 'rubric.bands_hole' }],
    ]);
    const refused = await publish<Problem>(holed, '2021-01');
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ detail: 'Chưa có mức nào cho giá trị từ 90% đến 95%. Nối các mốc liền nhau.' })],
    ]);
    const shapeless = await save(holed, { ...holed.content, sheets: 'none' });
    expect([shapeless.status, shapeless.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/sheets' })]]);
  });

  it('keep to the months that have none yet, to their versions, and out of each other’s way', async () => {
    const early = await publish<Problem>(await copyOf('42-hd'), '2020-11');
    expect([early.status, early.body.code]).toEqual([409, 'rubric.starts_too_early']);

    const first = await copyOf('gated');
    expect((await publish(first, '2021-02')).status).toBe(200);
    const rival = await publish<Problem>(await copyOf('five-groups'), '2021-02');
    expect([rival.status, rival.body.code]).toEqual([409, 'rubric.competes']);
    expect((await publish(await copyOf('five-groups'), '2021-03')).status).toBe(200);

    const takeBack = () => apiOf(service, board)('DELETE', '/rubrics/gated/1');
    expect((await takeBack()).status).toBe(204);
    const again = await apiOf(service, board)<Draft>('GET', `/rubric-drafts/${first.id}`);
    expect([again.body.basedOn, again.body.content.id]).toEqual(['gated/1', 'gated']);
    // What came with the service stays.
    expect((await apiOf(service, board)('DELETE', '/rubrics/42-hd/2')).status).toBe(404);
    await expect(service.as(committee, () => service.work.query(`update rubrics set content = '{}'`))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('are not overwritten by whoever comes second, and begun once however often they are asked for', async () => {
    const id = newId<'Rubric'>();
    const [one, two] = await Promise.all([copyOf('42-hd', 0, id), copyOf('42-hd', 0, id)]);
    expect([one.id, two.id]).toEqual([id, id]);
    const title = { vi: 'Khung của phường', en: 'Of the ward' };
    const both = await Promise.all([1, 2].map((n) => save(one, { ...one.content, title: { ...title, en: `${n}` } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await apiOf(service, board)('DELETE', `/rubric-drafts/${id}`, undefined, seen(1))).status).toBe(412);
    for (const _ of [1, 2]) {
      expect((await apiOf(service, board)('DELETE', `/rubric-drafts/${id}`, undefined, seen(2))).status).toBe(204);
    }
  });

  it('belong to certain kinds of meetings and branches, whose forms ask by them', async () => {
    const draft = await copyOf('42-hd');
    const [sheet] = draft.content.sheets;
    const content = {
      ...draft.content,
      id: 'thematic-only',
      kinds: ['thematic'],
      sheets: [
        {
          ...sheet,
          kinds: ['thematic'],
          maximum: 100,
          caps: [],
          groups: [
            {
              id: 'topic',
              title: { vi: 'Chủ đề', en: 'Topic' },
              criteria: [
                { id: 'topic', title: { vi: 'Chủ đề', en: 'Topic' }, maximum: 100, scoring: { by: 'points', step: 1 } },
              ],
            },
          ],
        },
      ],
    };
    const { body: saved } = await save(draft, content);
    expect((await publish(saved, '2020-12')).status).toBe(200);

    const nga = await aSpecialist(service, committee, ground);
    const person = await signIn(service, committee, {
      email: nga.email,
      name: nga.name,
      role: 'specialist',
      specialistId: nga.id,
    });
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2020-12-03') });
    const send = (answers: object) =>
      apiOf(service, person)<Problem & { score: { total: number } }>(
        'PUT',
        `/visits/${visit.id}/submissions/${newId<'Submission'>()}`,
        { basedOn: 0, answers },
      );
    const notAsked = {
      longExcused: null,
      secretaryAlone: null,
      targetsSet: null,
      targetsMet: null,
      minutesUpload: null,
    };
    const thematic = someAnswers({ directives: [], ...notAsked, meetingKind: 'thematic', scores: { topic: 88 } });
    // The same scores for a regular meeting: its rubric has other criteria.
    expect((await send({ ...thematic, meetingKind: 'regular' })).status).toBe(422);
    const { status, body } = await send(thematic);
    expect([status, body.score?.total]).toEqual([201, 88]);
  });
});
