import { loggedPath } from './request.ts';

describe('a path in a log', () => {
  it.each([
    ['/months/2020-12/calendar/add?note=riêng', '/months/2020-12/calendar/add'],
    ['/sign-in/link/3d9f0c1b7a6e', '/sign-in/link/…'],
    ['/calendar/3d9f0c1b7a6e/visits.ics', '/calendar/…'],
    ['/SIGN-IN/LINK/3d9f0c1b7a6e', '/SIGN-IN/LINK/…'],
    ['/Calendar/3d9f0c1b7a6e/visits.ics?x=1', '/Calendar/…'],
    ['//calendar/3d9f0c1b7a6e', '/calendar/…'],
  ])('holds neither query nor secret: %s', (url, path) => {
    expect(loggedPath(url)).toBe(path);
  });
});
