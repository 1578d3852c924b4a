import { isDomainError } from '../../../kernel/domain-error.ts';
import { kindOfCopy, LARGEST_COPY } from './signed-copy.ts';

const text = (written: string) => new TextEncoder().encode(written);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);

function outcome(bytes: Uint8Array): string {
  try {
    return kindOfCopy(bytes);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

describe('a signed copy', () => {
  it.each<[string, Uint8Array, string]>([
    ['a PDF', text('%PDF-1.7\n'), 'pdf'],
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'jpeg'],
    ['a PNG', png, 'png'],
    ['half of a PNG’s sign', png.slice(0, 5), 'document.copy_kind'],
    ['an empty file', new Uint8Array(), 'document.copy_empty'],
    ['a page', text('<html><script>alert(1)</script>'), 'document.copy_kind'],
    ['a PDF after something else', text('x%PDF-1.7'), 'document.copy_kind'],
    ['a Word file', text('PK\u0003\u0004'), 'document.copy_kind'],
  ])('is known by its first bytes: %s', (_, bytes, wanted) => {
    expect(outcome(bytes)).toBe(wanted);
  });

  it('is at most 15 MB', () => {
    const largest = new Uint8Array(LARGEST_COPY);
    largest.set(png);
    expect(outcome(largest)).toBe('png');
    const larger = new Uint8Array(LARGEST_COPY + 1);
    larger.set(png);
    expect(outcome(larger)).toBe('document.copy_large');
  });
});
