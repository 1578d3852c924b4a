import { ownPath } from './own-path.ts';

describe('a redirect', () => {
  it.each(['/', '/months/2020-12?x=1', '/my/visits/a#b'])('may lead to %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nb', '', undefined, 7, ['/a']])(
    'may not lead to %p',
    (path) => {
      expect(ownPath(path)).toBe('/');
    },
  );
});
