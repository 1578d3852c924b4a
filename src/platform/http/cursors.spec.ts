import { cursorOf, keysOf } from './cursors.ts';

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    expect(keysOf(cursorOf(['Hòa', 'P1.2']), 2)).toEqual(['Hòa', 'P1.2']);
    expect(keysOf(undefined, 2)).toBeNull();
  });

  it.each(['', 'x', cursorOf(['one']), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when it is %p',
    (text) => {
      expect(() => keysOf(text, 2)).toThrow('http.malformed');
    },
  );
});
