import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import {
  formerName,
  freeName,
  mustHaveRoom,
  newVariantName,
  readVariantName,
  type VariantHeader,
  variantsAmong,
} from './variant.ts';

const variants = (...names: string[]): VariantHeader[] =>
  names.map((name) => ({ id: newId<'Plan'>(), name, isChosen: name === 'main' }));
const codeOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return isDomainError(error, 'plan.variant_name')
      ? 'name'
      : isDomainError(error, 'plan.variant_name_taken')
        ? 'taken'
        : isDomainError(error, 'plan.too_many_variants')
          ? 'many'
          : 'other';
  }
};

describe('the name of a variant', () => {
  it.each([
    ['Ít đi xa', 'Ít đi xa'],
    ['  Ít   đi xa ', 'Ít đi xa'],
    ['Hoa\u0300a', 'Hoàa'],
  ])('%j is kept as %j', (given, name) => {
    expect(newVariantName(given, variants('main'))).toBe(name);
  });

  it.each([
    ['', 'name'],
    ['   ', 'name'],
    ['x'.repeat(61), 'name'],
    ['main', 'taken'],
    ['proposal', 'taken'],
    ['former-3', 'taken'],
    ['ít đi xa', 'taken'],
    ['Ít đi xa', 'taken'],
  ])('%j is refused: %s', (given, code) => {
    expect(codeOf(() => newVariantName(given, variants('main', 'Ít đi xa')))).toBe(code);
  });

  it.each([
    ['main', { kind: 'main' }],
    ['former-2', { kind: 'former', number: 2 }],
    ['former', { kind: 'own' }],
    ['Ít đi xa', { kind: 'own' }],
  ])('%j stands for %j', (name, stands) => {
    expect(readVariantName(name)).toEqual(stands);
  });

  it('is given a number where somebody else was quicker', () => {
    expect(freeName('Ít đi xa', variants('main'))).toBe('Ít đi xa');
    expect(freeName('Ít đi xa', variants('main', 'ít đi xa', 'Ít đi xa (2)'))).toBe('Ít đi xa (3)');
    expect(freeName('x'.repeat(60), variants('x'.repeat(60)))).toBe(`${'x'.repeat(55)} (2)`);
  });

  it('counts the drafts that proposals have taken the place of', () => {
    expect(formerName(variants('main'))).toBe('former-1');
    expect(formerName(variants('main', 'former-1', 'former-4'))).toBe('former-5');
  });
});

describe('the variants of a month', () => {
  it('are all but the proposal, and a handful at most', () => {
    const five = variants('main', 'a', 'b', 'c', 'd', 'proposal');
    expect(variantsAmong(five)).toHaveLength(5);
    expect(codeOf(() => mustHaveRoom(variantsAmong(five)))).toBeNull();
    expect(codeOf(() => mustHaveRoom(variantsAmong([...five, ...variants('e')])))).toBe('many');
  });
});
