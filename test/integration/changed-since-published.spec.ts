import { aPublishedMonth, type PublishedMonthInTest, type PublishedVisitRow } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type TestService } from '../support/service.ts';

describe('a published month in which a visit was declined', () => {
  let service: TestService;
  let month: PublishedMonthInTest;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-01', '2020-12-02', '2020-12-08']);
  });
  afterAll(() => service.end());

  const textOf = async (path: string) =>
    (await browserOf(service, month.board).open(path)).html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

  it('is no longer said to be optimal, but to have been so when it was published', async () => {
    expect(await textOf('/months/2020-12')).toMatch(/Chất lượng kế hoạch Tối ưu đã kiểm chứng độc lập/);
    expect(await textOf('/months/2020-12/desk')).toContain('tối ưu, đã kiểm chứng độc lập');
    const [visit] = (await month.visits()) as [PublishedVisitRow];
    const goer = await month.account(visit.specialistId);
    const reason = { reason: 'Con ốm', kind: 'family' };
    const declined = await apiOf(service, goer)('POST', `/visits/${visit.id}/decline`, reason, { 'if-match': '"1"' });
    expect(declined.status).toBe(200);
    const page = await textOf('/months/2020-12');
    expect(page).toMatch(/Chất lượng kế hoạch Tối ưu khi công bố từ đó đổi người dự ở 1 cuộc họp/);
    expect(page).not.toContain('đã kiểm chứng độc lập');
    const desk = await textOf('/months/2020-12/desk');
    expect(desk).toContain('mức tối ưu tính trước khi thay đổi');
    expect(desk).not.toContain('đã kiểm chứng độc lập');
  });
});
