import { newSetupCode, readSetupCode } from './setup-code.ts';

describe('a set-up code', () => {
  it('is read as it was made, whatever its case and dashes', () => {
    const code = newSetupCode();
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '')]) {
      expect(readSetupCode(typed)).toBe(code);
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, newSetupCode)).size).toBe(100);
  });

  it('is nothing where nothing was typed', () => {
    expect(readSetupCode(' – ')).toBe('');
  });
});
