/**
 * How a text was garbled: written for a font of the time before Unicode, decoded with the wrong table, with its tones
 * as punctuation (VIQR), or with letters as HTML entities.
 */
export type Garbling = 'tcvn3' | 'vni' | 'mojibake' | 'viqr' | 'entities';

export interface Garbled {
  readonly garbling: Garbling;
  readonly reading: string;
}

/** TCVN3 (ABC) in the order of its bytes from A1 to FE; a blank marks a byte without a letter. */
const TCVN3 = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const TONES_VNI = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const;
const CIRCUMFLEX_VNI = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' } as const;
const BREVE_VNI = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' } as const;
const SINGLE_VNI = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const;

/** Letters that text in a legacy font cannot contain; a text with one was written in Unicode. */
const UNICODE_LETTER = /[\u0100-\uffff]/;
const NOT_ASCII = /[\u0080-\uffff]/;
const SYLLABLE =
  /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?(?:uê(?=$|ch$|nh$)|uyê|iêu|yêu|uôi|uây|ươi|ươu|uya|uyu|oai|oay|oao|oeo|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|[aăâeêioôơuưy])(?:ch?|m|ng|nh?|p|t)?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONE_CASE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;
const MOST_ROUNDS = 3;

/** What a text was before it was garbled; null where it is intact. */
export function garbled(text: string): Garbled | null {
  if (ENTITY.test(text)) return { garbling: 'entities', reading: withoutEntities(text) };
  if (!NOT_ASCII.test(text)) return viqr(text);
  const decoded = decodedAgain(text);
  if (decoded !== null) return { garbling: 'mojibake', reading: decoded };
  if (UNICODE_LETTER.test(text) || wordsIn(text).every(isVietnamese)) return null;
  for (const [garbling, reading] of [
    ['tcvn3', text.split(/(\s+)/).map(fromTcvn3).join('')],
    ['vni', fromVni(text)],
  ] as const) {
    if (reading !== text && wordsIn(reading).every(isVietnamese)) return { garbling, reading };
  }
  return null;
}

const ENTITY = /&(?:#(?:x[\da-f]{2,5}|\d{2,6})|[a-z](?:acute|grave|circ|tilde)|amp|quot|apos|nbsp|lt|gt);/i;
const MARKS_BY_NAME = { acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303' } as const;
const SIGNS_BY_NAME: Readonly<Record<string, string>> = { quot: '"', apos: "'", nbsp: ' ', lt: '<', gt: '>', amp: '&' };

/** By number (&#7897;) and by name (&ocirc;); the sign & itself last, so that nothing is taken for a name twice. */
function withoutEntities(text: string): string {
  return text
    .replace(/&([a-z])(acute|grave|circ|tilde);/gi, (_whole, letter: string, mark: string) =>
      (letter + MARKS_BY_NAME[mark.toLowerCase() as keyof typeof MARKS_BY_NAME]).normalize('NFC'),
    )
    .replace(/&#(?:x([\da-f]{2,5})|(\d{2,6}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code >= 0x20 && code < 0xd800 ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(quot|apos|nbsp|lt|gt|amp);/gi, (whole, name: string) => SIGNS_BY_NAME[name.toLowerCase()] ?? whole)
    .normalize('NFC');
}

const TONES_VIQR: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};
const MARKS_VIQR: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031b' };

/**
 * Tra^`n Thi. Ma^~u; only with a mark that no other text has after a vowel, and only if all of it becomes Vietnamese.
 */
function viqr(text: string): Garbled | null {
  if (text.includes('@') || !/[aeo]\^|[uo]\+(?!\s|\d)/i.test(text)) return null;
  const reading = text
    .replace(/([aeiouy])([\^(+]?)(['`?~.]?)/gi, (_whole, vowel: string, mark: string, tone: string) =>
      (vowel + (MARKS_VIQR[mark] ?? mark) + (TONES_VIQR[tone] ?? tone)).normalize('NFC'),
    )
    .replace(/dd/g, 'đ')
    .replace(/D[Dd]/g, 'Đ');
  return reading !== text && wordsIn(reading).every(isVietnamese) ? { garbling: 'viqr', reading } : null;
}

/** Decodes a text of a legacy font. */
export function fromOldFont(text: string, font: 'tcvn3' | 'vni'): string {
  return font === 'vni'
    ? fromVni(text)
    : text
        .split(/([\s;,|]+)/)
        .map(fromTcvn3)
        .join('');
}

/**
 * Decodes a text that reads as it is but is in a column of a legacy font: there Vò stands for Vũ. Null where it was
 * written in Unicode.
 */
export function inFont(text: string, font: 'tcvn3' | 'vni'): Garbled | null {
  if (!NOT_ASCII.test(text) || UNICODE_LETTER.test(text)) return null;
  const reading = fromOldFont(text, font);
  return reading !== text && wordsIn(reading).every(isVietnamese) ? { garbling: font, reading } : null;
}

/** Whether a text has letters that no legacy font has. */
export function isUnicode(text: string): boolean {
  return UNICODE_LETTER.test(text);
}

/**
 * The share of a text's words with letters beyond ASCII that are Vietnamese, from 0 to 1; 0 where there are no such
 * words.
 */
export function vietnameseShare(text: string): number {
  const words = wordsIn(text);
  return words.length === 0 ? 0 : words.filter(isVietnamese).length / words.length;
}

/** Words with letters beyond ASCII; others do not show how a text was encoded. */
function wordsIn(text: string): string[] {
  return text.split(/[\s!-/:-@[-`{-~–—“”’…]+/).filter((word) => NOT_ASCII.test(word));
}

function isVietnamese(word: string): boolean {
  const plain = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  return ONE_CASE.test(word) && SYLLABLE.test(plain) && (word.normalize('NFD').match(TONES) ?? []).length <= 1;
}

function fromTcvn3(word: string): string {
  const reading = Array.from(word, (sign) => {
    const letter = TCVN3[sign.charCodeAt(0) - 0xa1];
    return letter === undefined || letter === ' ' ? sign : letter;
  }).join('');
  // The code of ư is a soft hyphen, which programs drop, and somebody types a u instead; no syllable has uơ before these.
  // Fonts of capitals use the codes of small letters.
  const ascii = word.replace(/[^A-Za-z]/g, '');
  const whole = reading.replace(/(?<!q)u(?=[ơờớởỡợ](?:[cmnpt]|[iu]$))/giu, 'ư');
  return ascii.length > 1 && ascii === ascii.toUpperCase() ? whole.toUpperCase() : whole;
}

const VNI_LETTER = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöæóòî]/gi;

/** In one pass: what a pair becomes is not decoded again, although it may look like a code (Coøn is Còn, not Cịn). */
function fromVni(text: string): string {
  return text.replace(VNI_LETTER, (signs) => {
    const [vowel = '', mark] = Array.from(signs.toLowerCase());
    const letter = mark === undefined ? own(SINGLE_VNI, vowel) : pairOfVni(own(SINGLE_VNI, vowel) ?? vowel, mark);
    if (letter === null) return signs;
    const whole = letter.normalize('NFC');
    return signs.charAt(0) === vowel ? whole : whole.toUpperCase();
  });
}

function pairOfVni(base: string, mark: string): string | null {
  const tone = own(TONES_VNI, mark);
  if (tone !== null) return base + tone;
  const breve = base === 'a' ? own(BREVE_VNI, mark) : null;
  if (breve !== null) return `ă${breve}`;
  const circumflex = own(CIRCUMFLEX_VNI, mark);
  return circumflex === null ? null : `${base}\u0302${circumflex}`;
}

function own(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

/** UTF-8 that was decoded as Western or Vietnamese Windows text or as that of old Macs, once or several times. */
function decodedAgain(text: string): string | null {
  let reading = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = ['windows-1252', 'windows-1258', 'macintosh']
      .map((table) => utf8Behind(reading, table))
      .find((each) => each !== null);
    if (next === undefined || next === null) break;
    reading = next;
  }
  return reading === text ? null : reading;
}

const BYTES = new Map<string, ReadonlyMap<string, number>>();

function utf8Behind(text: string, table: string): string | null {
  const bytes = BYTES.get(table) ?? bytesOf(table);
  BYTES.set(table, bytes);
  const found: number[] = [];
  for (const sign of text) {
    const byte = sign <= '\u007f' ? sign.charCodeAt(0) : bytes.get(sign);
    if (byte === undefined) return null;
    found.push(byte);
  }
  try {
    const reading = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(found));
    return reading.length < text.length ? reading.normalize('NFC') : null;
  } catch {
    return null;
  }
}

/** Each byte above ASCII by the character that a table shows for it; bytes without one become control characters. */
function bytesOf(table: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(table);
  const high = Array.from({ length: 128 }, (_, at) => at + 128);
  return new Map([
    ...high.map((byte) => [String.fromCharCode(byte), byte] as const),
    ...high.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  ]);
}
