import { DescribedApi } from '../support/openapi-replies.ts';
import { aService, type TestService } from '../support/service.ts';
import { aWholeMonth, type WholeMonth } from '../support/whole-month.ts';

describe('the API over a whole month', () => {
  const api = new DescribedApi();
  let service: TestService;
  let month: WholeMonth;
  beforeAll(async () => {
    service = await aService();
    month = await aWholeMonth(service);
  });
  afterAll(() => service.end());

  it('answers as it is described, and nothing besides', () => {
    expect(month.exchanges.flatMap((exchange) => api.faultsOf(exchange))).toEqual([]);
  });

  it('would not get away with a field more, a field less, a wrong value or another status', () => {
    const exchange = month.exchanges.find(({ path }) => path.endsWith('/session'));
    const body = exchange?.body as Record<string, unknown>;
    const faults = (changes: object) => (exchange ? api.faultsOf({ ...exchange, ...changes }) : []);
    expect(faults({ body: { ...body, passwordHash: 'x' } })).toEqual([
      expect.stringContaining('additional properties'),
    ]);
    expect(faults({ body: { ...body, csrfToken: undefined } })).toEqual([expect.stringContaining('csrfToken')]);
    expect(faults({ body: { ...body, specialistId: 'x' } })).toEqual([expect.stringContaining('specialistId')]);
    expect(faults({ status: 201 })).toEqual([expect.stringContaining('no such status')]);
  });

  it('is used in all its operations', () => {
    const used = new Set(month.exchanges.map((exchange) => api.operationOf(exchange)?.id));
    expect(api.operations.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('hands out its description to anybody', async () => {
    const reply = await fetch(`${service.url}/api/v1/openapi.json`);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await reply.json()).toEqual(JSON.parse(JSON.stringify(api.document)));
  });
});
