import { aService, type TestService } from '../support/service.ts';
import { answeredRoutes, declaredRoutes } from '../support/routes.ts';

describe('every route', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.end());

  it('declares whom it admits', () => {
    const routes = declaredRoutes(service);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    expect(answeredRoutes(service).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });
});
