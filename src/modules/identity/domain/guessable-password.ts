import { searchKey } from '../../../kernel/search-key.ts';

/** What passwords are made of that are tried first, without diacritics; the longest is taken out first. */
const COMMON = [
  ...[
    'administrator',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'password',
    'pass',
    'admin',
    'quantri',
    'matkhau',
    'dangnhap',
  ],
  ...[
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'asdf',
    'zxcvbnm',
    'zxcvbn',
    'zxcv',
    '1qaz',
    '2wsx',
    '3edc',
    'q1w2e3r4t5',
  ],
  ...[
    'iloveyou',
    'anhyeuem',
    'emyeuanh',
    'yeuem',
    'welcome',
    'letmein',
    'changeme',
    'secret',
    'default',
    'monkey',
    'dragon',
  ],
  ...[
    'football',
    'baseball',
    'sunshine',
    'princess',
    'superman',
    'michael',
    'master',
    'shadow',
    'google',
    'facebook',
    'zalo',
  ],
  ...[
    'vietnam',
    'saigon',
    'hochiminh',
    'hanoi',
    'danang',
    'tphcm',
    'hello',
    'abc',
    'xyz',
    'test',
    'user',
    'temp',
    'demo',
  ],
  ...[
    'giaoban',
    'bantochuc',
    'chibo',
    'quanuy',
    'danguy',
    'thanhuy',
    'huyenuy',
    'dangbo',
    'chuyenvien',
    'dangvien',
    'bithu',
  ],
].sort((one, other) => other.length - one.length);

/** Fewer letters than these beside what anybody would try first are no secret. */
const LEAST_OWN = 5;
const SHORTEST_PART = 3;

/**
 * Whether a password is made of words that are tried first, of its owner's name and address, and of figures and signs,
 * with little else. Long passphrases pass, whatever words they contain.
 */
export function isGuessable(password: string, owner: { readonly email: string; readonly name: string }): boolean {
  const own = [owner.name, owner.email.split('@')[0] ?? '']
    .flatMap((text) => [compact(text), ...searchKey(text).split(/[^\p{L}\p{N}]+/u)])
    .filter((part) => part.length >= SHORTEST_PART)
    .sort((one, other) => other.length - one.length);
  const rest = [...own, ...COMMON].reduce((left, word) => left.split(compact(word)).join(' '), compact(password));
  const letters = Array.from(rest.replace(/[^\p{L}]/gu, ''));
  return new Set(letters).size < LEAST_OWN;
}

/** In small letters without diacritics and blanks. */
function compact(text: string): string {
  return searchKey(text).replace(/\s+/g, '');
}
