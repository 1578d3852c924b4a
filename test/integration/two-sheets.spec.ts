import { newId, type SpecialistId } from '../../src/kernel/id.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { Briefings, CompileBriefing, type MonthBriefing } from '../../src/modules/briefings/index.ts';
import { textOf } from '../../src/modules/briefings/domain/statement.ts';
import { someAnswers } from '../fixtures/some-answers.ts';
import { twoSheetRubric } from '../fixtures/other-rubrics.ts';
import { type Rubric, Rubrics } from '../../src/modules/evaluations/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const same = (text: string) => ({ vi: text, en: text });

/** Regular meetings out of 10 points, thematic ones out of 20. */
const tenAndTwenty: Rubric = {
  ...twoSheetRubric,
  sheets: twoSheetRubric.sheets.map((sheet) =>
    sheet.id === 'regular'
      ? sheet
      : {
          ...sheet,
          maximum: 20,
          ratings: sheet.ratings.map((rating) => ({ ...rating, from: rating.from * 2 })),
          groups: [
            {
              id: 'content',
              title: same('Nội dung'),
              criteria: [
                {
                  id: 'thematic_content',
                  title: same('Nội dung chuyên đề'),
                  maximum: 20,
                  scoring: { by: 'points' as const, step: 0.25 },
                },
              ],
            },
          ],
        },
  ),
};

describe('a rubric with a sheet for regular and one for thematic meetings', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  let board: SignedInPerson;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    await service.as(committee, () => service.get(Rubrics).insert(tenAndTwenty));
    const { id, email, name } = await aSpecialist(service, committee, ground);
    nga = { ...(await signIn(service, committee, { email, name, role: 'specialist', specialistId: id })), id };
    board = await signIn(service, committee, { email: 'ban.to.chuc@mau.example', name: 'Trần Văn Ban', role: 'board' });
  });
  afterAll(() => service.end());

  /** Sends a form with only what the form itself and this rubric ask. */
  async function send(meetingKind: 'regular' | 'thematic', scores: Record<string, number>, selfTotal: number) {
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2020-12-03') });
    const notAsked = {
      longExcused: null,
      secretaryAlone: null,
      targetsSet: null,
      targetsMet: null,
      minutesUpload: null,
    };
    const answers = someAnswers({ directives: [], ...notAsked, meetingKind, scores, selfTotal });
    const id = newId<'Submission'>();
    const { status, body } = await apiOf(service, nga)<{ score: { total: number; rating: string } }>(
      'PUT',
      `/visits/${visit.id}/submissions/${id}`,
      { basedOn: 0, answers },
    );
    expect(status).toBe(201);
    return { id, visit, branchId, score: body.score };
  }
  /** The visible text of a page. */
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&nbsp;', ' ')
      .replace(/\s+/g, ' ');
  const textsOf = ({ content }: MonthBriefing, partId: string): string =>
    content.sections
      .flatMap(({ parts }) => parts)
      .filter(({ id }) => id === partId)
      .flatMap(({ blocks }) => blocks)
      .map((block) => (block.kind === 'paragraph' ? textOf(block.statement) : ''))
      .join(' ');

  it('is refused where it would leave a kind of meeting without a sheet', async () => {
    const half = { ...tenAndTwenty, id: 'half', sheets: tenAndTwenty.sheets.slice(0, 1) };
    await expect(service.as(committee, () => service.get(Rubrics).insert(half))).rejects.toMatchObject({
      code: 'input.invalid',
      faults: [{ pointer: '/sheets', code: 'rubric.sheets_of_kind' }],
    });
  });

  it('leaves room for others that begin on the same day, of which the one made for routine visits scores them', async () => {
    const targeted: Rubric = { ...tenAndTwenty, id: 'inspection', version: 7, purpose: 'targeted' };
    const added = await service.as(committee, () => service.get(Rubrics).insert(targeted));
    const current = await service.as(committee, () => service.get(Rubrics).current(day('2020-12-03')));
    expect([added, current.id]).toEqual([true, tenAndTwenty.id]);
  });

  it('scores each meeting by its sheet, and is shown so on every page and in the briefing', async () => {
    const regular = await send('regular', { regular_content: 5.5 }, 9);
    const thematic = await send('thematic', { thematic_content: 17 }, 18);
    expect([regular.score, thematic.score]).toMatchObject([
      { total: 9.5, rating: 'good' },
      { total: 17, rating: 'fair' },
    ]);

    const receipt = plain((await browserOf(service, nga).open(`/my/visits/${thematic.visit.id}/receipt`)).html);
    const review = plain((await browserOf(service, board).open(`/submissions/${thematic.id}`)).html);
    for (const page of [receipt, review]) {
      expect(page).toContain('Nội dung chuyên đề');
      expect(page).toMatch(/17 ?\/ ?20/);
      expect(page).toContain('Khá');
    }
    expect(plain((await browserOf(service, board).open(`/submissions/${regular.id}`)).html)).toMatch(/9,5 ?\/ ?10/);

    for (const { id } of [regular, thematic]) {
      await apiOf(service, board)('POST', `/submissions/${id}/acceptance`, {}, { 'if-match': '"1"' });
    }
    await service.as(committee, () => service.get(CompileBriefing).execute(month('2020-12')));
    const briefing = await service.as(committee, () => service.get(Briefings).getLatest(month('2020-12')));
    const { figures, totals } = briefing.content;
    expect(figures.ratings).toEqual({ good: 1, fair: 1, average: 0, poor: 0 });
    expect(figures.totals).toEqual({ numerator: 18_000, denominator: 2 });
    expect(totals).toEqual({ [regular.branchId]: 9_500, [thematic.branchId]: 8_500 });
    const said = textsOf(briefing, 'results.ratings');
    expect(said).toContain('Điểm bình quân 90/100 điểm');
    expect(said).toContain('quy về thang 100 điểm');
    expect(textsOf(briefing, 'results.conduct')).toContain('01 buổi được dự có nội dung chuyên đề, điểm bình quân 85');
    const page = plain((await browserOf(service, board).open('/months/2020-12/briefing')).html);
    expect(page).toContain('quy về thang 100 điểm');
  });
});
