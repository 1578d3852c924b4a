import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import type { SpecialistId } from '../../src/kernel/id.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, aVisitBeside, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

type Person = SignedInPerson & { readonly id: SpecialistId };

describe('the form of another observer of one’s own meeting', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
  });
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
  });
  afterAll(() => service.end());

  async function somebody(name: string, alsoBoard = false): Promise<Person> {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    if (alsoBoard) await signIn(service, committee, { email, name, role: 'board' });
    const session = await signIn(service, committee, { email, name, role: 'specialist', specialistId: id });
    return { ...session, id };
  }

  async function aDoubleVisit(first: Person, second: Person) {
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, { branchId, specialistId: first.id, heldOn: day('2020-12-03') });
    return { branchId, visit, beside: await aVisitBeside(service, committee, visit, second.id) };
  }
  const read = (person: Person, path: string) => apiOf(service, person)('GET', path);

  it('is shown to nobody who owes their own, whatever else they may read or decide', async () => {
    const [nga, dung] = [await somebody('Lê Thị Nga'), await somebody('Trần Quốc Dũng', true)];
    const { branchId, visit, beside } = await aDoubleVisit(nga, dung);
    const form = await aForm(service, committee, visit, {}, 'submitted');

    for (const path of ['', '/official-rating']) {
      const hidden = await read(dung, `/submissions/${form}${path}`);
      expect([hidden.status, hidden.body.code]).toEqual([403, 'evaluation.hidden']);
    }
    const accepted = await apiOf(service, dung)('POST', `/submissions/${form}/acceptance`, {}, { 'if-match': '"1"' });
    expect([accepted.status, accepted.body.code]).toEqual([403, 'evaluation.hidden']);
    const list = await apiOf(service, dung)<{ forms: object[] }>('GET', '/months/2020-12/forms');
    expect(list.body.forms).toContainEqual(
      expect.objectContaining({ submissionId: form, state: 'submitted', total: null, rating: null }),
    );
    const page = browserOf(service, dung);
    expect((await page.open(`/submissions/${form}`)).html).toContain('chưa gửi phiếu của mình');
    expect((await page.open(`/submissions/${form}/copy/docx`)).status).toBe(403);
    const points = />\s*100\s*</;
    expect((await page.open('/months/2020-12/forms')).html).not.toMatch(points);
    expect((await page.open('/months/2020-12/forms/ordinary')).html).toContain(
      'Đồng chí cùng dự và chưa gửi phiếu của mình',
    );
    expect((await page.open(`/branches/${branchId}`)).html).not.toMatch(points);

    const own = await aForm(service, committee, beside, { speakers: 10 }, 'submitted');
    expect((await read(dung, `/submissions/${form}`)).status).toBe(200);
    const other = (await page.open(`/submissions/${own}`)).html;
    expect(other).toMatch(new RegExp(`Cùng dự buổi này: <a href="/submissions/${form}">Lê Thị Nga</a>`));
    expect((await page.open('/months/2020-12/forms')).html).toMatch(points);
  });

  it('is read by both observers once both are in, and by no other specialist', async () => {
    const [nga, dung, third] = [await somebody('Lê Thị Nga'), await somebody('Trần Dũng'), await somebody('Đỗ Hà')];
    const { visit, beside } = await aDoubleVisit(nga, dung);
    const form = await aForm(service, committee, visit);
    const codeFor = async (person: Person, of = form) => {
      const { status, body } = await read(person, `/submissions/${of}`);
      return status === 200 ? 'read' : body.code;
    };
    expect([await codeFor(nga), await codeFor(dung), await codeFor(third)]).toEqual([
      'read',
      'evaluation.hidden',
      'evaluation.not_yours',
    ]);
    const own = await aForm(service, committee, beside);
    expect([await codeFor(dung), await codeFor(nga, own), await codeFor(third)]).toEqual([
      'read',
      'read',
      'evaluation.not_yours',
    ]);
    const page = (await browserOf(service, dung).open(`/submissions/${form}`)).html;
    expect(page).not.toContain('/withdraw');
  });

  it('is not hidden from who said that they could not attend', async () => {
    const [nga, dung] = [await somebody('Lê Thị Nga'), await somebody('Trần Quốc Dũng', true)];
    const { visit, beside } = await aDoubleVisit(nga, dung);
    const form = await aForm(service, committee, visit);
    await service.as(committee, () =>
      service.work.query(`update visits set state = 'missed' where id = $1`, [beside.id]),
    );
    expect((await read(dung, `/submissions/${form}`)).status).toBe(200);
  });
});
