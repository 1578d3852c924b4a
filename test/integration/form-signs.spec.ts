import type { Actor } from '../../src/kernel/actor.ts';
import type { SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { type Answers, SeedStandardRubric, type SubmissionId } from '../../src/modules/evaluations/index.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

describe('forms that stand out among those of their month', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let nga: SpecialistId;

  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
    nga = (await aSpecialist(service, committee, ground, 'Lê Thị Nga')).id;
  });
  afterAll(() => service.end());

  async function aWaitingForm(changes: Partial<Answers>): Promise<SubmissionId> {
    const branchId = await aBranch(service, committee, ground);
    const visit = await aVisit(service, committee, { branchId, specialistId: nga, heldOn: day('2020-12-03') });
    return aForm(service, committee, visit, changes, 'submitted');
  }
  const saying = (...texts: string[]): Partial<Answers> => ({
    strengths: texts.map((text) => ({ text, field: null })),
    goodPractices: [],
    shortcomings: [],
    reflections: [],
  });

  it('are pointed out with the reason, in the list, in review and among those that are accepted unread', async () => {
    for (let n = 0; n < 8; n++) await aWaitingForm(saying(`Chi bộ ${n} sinh hoạt đúng quy định.`));
    const far = await aWaitingForm({ ...saying('Ngắn.'), targetsMet: 0, speakers: 1, notice: 'none' });
    const long = 'Chi bộ chuẩn bị kỹ nội dung, gửi tài liệu trước hai ngày và phân công từng đảng viên.';
    const copies = [
      await aWaitingForm(saying(long, 'Đông đủ.')),
      await aWaitingForm(saying(long.toUpperCase(), 'Đông đủ.')),
    ];

    const page = browserOf(service, board);
    const outlier = /Điểm khác xa các phiếu trong tháng \(mức giữa của 11 phiếu là 100\)/;
    const copied = /Nhận xét giống từng chữ phiếu của Lê Thị Nga về /g;
    const list = (await page.open('/months/2020-12/forms')).html;
    expect(list).toMatch(outlier);
    expect(list.match(copied)).toHaveLength(2);
    const ordinary = (await page.open('/months/2020-12/forms/ordinary')).html;
    expect(ordinary).toMatch(outlier);
    expect(ordinary.match(copied)).toHaveLength(2);
    expect((await page.open(`/submissions/${far}`)).html).toMatch(outlier);
    for (const copy of copies) {
      const { html } = await page.open(`/submissions/${copy}`);
      expect([html.match(copied)?.length, outlier.test(html)]).toEqual([1, false]);
    }
  });
});
