import type { NumberCell } from '../../kernel/workbook.ts';

/** What a format shows for a number: a day, a time, a duration, or the number itself. */
export type FormatKind = 'general' | 'date' | 'time' | 'elapsed' | 'number';

/** A section of a format consists of literals and codes. */
type Token = { readonly literal: string } | { readonly code: string };

const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(E[+-])|(General)|([^"\\_*[\]])/giu;
const ELAPSED = /^(?:h+|m+|s+)$/i;
/** A whole number with more digits is not exact. */
const MOST_DIGITS = 15;

/** The kind of a format such as `dd/mm/yyyy`, `[h]:mm` or `000`. */
export function formatKind(format: string): FormatKind {
  const codes = codesOf(format);
  if (codes === 'elapsed' || codes === 'general') return codes;
  if (/[yd]/i.test(codes) || (/m/i.test(codes) && !/[hs]/i.test(codes))) return 'date';
  return /[hs]/i.test(codes) ? 'time' : 'number';
}

/** Whether a format of days leaves out the year, the month or the day. */
export function hidesPartOfDay(format: string): boolean {
  const codes = codesOf(format);
  return !/[ye]/i.test(codes) || !/m/i.test(codes) || !/d/i.test(codes);
}

/** The codes of a format, without its literals. */
function codesOf(format: string): string {
  const [section = ''] = sectionsOf(format);
  let codes = '';
  for (const [, quoted, escaped, bracket, exponent, general, code] of section.matchAll(TOKEN)) {
    if (bracket !== undefined && ELAPSED.test(bracket)) return 'elapsed';
    if (general !== undefined) return 'general';
    if (quoted === undefined && escaped === undefined && bracket === undefined) codes += exponent ? '' : (code ?? '');
  }
  return codes;
}

/** The number with what its cell shows. */
export function numberCell(number: number, format: string): NumberCell {
  const sections = sectionsOf(format);
  const at = number < 0 && sections.length > 1 ? 1 : number === 0 && sections.length > 2 ? 2 : 0;
  const written = writtenBy(tokensOf(sections[at] ?? ''), Math.abs(number));
  if (written === null) return { number, format, shown: plainNumber(number), text: null, kind: 'other' };
  const isSigned = number < 0 && (at === 0 || /[-(\u2212]/.test(written.shown));
  const shown = (number < 0 && at === 0 ? `-${written.shown}` : written.shown).trim();
  const isWhole = Number.isInteger(number) && number >= 0 && plainNumber(number).length <= MOST_DIGITS;
  const isTrue = !written.isScaled && !/\d/.test(written.literals) && (number >= 0 || isSigned);
  return {
    number,
    format,
    shown,
    text: isWhole && !written.isRounded && written.percents === 0 && !written.isScaled ? shown : null,
    kind: !isTrue ? 'other' : written.percents === 1 ? 'percent' : written.percents > 1 ? 'other' : 'number',
  };
}

/** As a Vietnamese spreadsheet shows the number without a format. */
export function plainNumber(number: number): string {
  return String(number).replace('.', ',');
}

function sectionsOf(format: string): string[] {
  const sections: string[] = [];
  let open = '';
  for (const [piece] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]?|[^]/gu)) {
    if (piece !== ';') open += piece;
    else {
      sections.push(open);
      open = '';
    }
  }
  return [...sections, open];
}

/** Null where the format uses something not supported here: conditions, fractions, fill characters. */
function tokensOf(section: string): Token[] | null {
  const tokens: Token[] = [];
  for (const [whole, quoted, escaped, bracket, exponent, general, code] of section.matchAll(TOKEN)) {
    if (quoted !== undefined || escaped !== undefined) tokens.push({ literal: quoted ?? escaped ?? '' });
    else if (bracket !== undefined) {
      if (/^[<>=]/.test(bracket)) return null;
      const currency = /^\$([^-]*)/.exec(bracket)?.[1] ?? '';
      if (currency !== '') tokens.push({ literal: currency });
    } else if (exponent !== undefined || general !== undefined) tokens.push({ code: (exponent ?? 'G').toUpperCase() });
    else if (code !== undefined) {
      if (code === '/' || code === '@') return null;
      tokens.push(/[0#?.,%]/.test(code) ? { code } : { literal: code });
    } else if (whole.startsWith('_')) tokens.push({ literal: ' ' });
  }
  return tokens;
}

interface Written {
  readonly shown: string;
  readonly literals: string;
  readonly isScaled: boolean;
  /** Rounded, grouped or with an exponent, so that the digits shown are not the number's own. */
  readonly isRounded: boolean;
  readonly percents: number;
}

function writtenBy(tokens: readonly Token[] | null, number: number): Written | null {
  if (tokens === null) return null;
  const codes = tokens.map((token) => ('code' in token ? token.code : '')).join('');
  const literals = tokens.map((token) => ('literal' in token ? token.literal : '')).join('');
  const percents = codes.replace(/[^%]/g, '').length;
  const digits = /[0#?]/.test(codes);
  const isScaled = !digits ? !codes.includes('G') : /[0#?],+(?![0#?,])/.test(codes.replaceAll('%', ''));
  const facts = { literals, isScaled, percents };
  const exponent = /E[+-]/.exec(codes);
  if (exponent !== null || codes.includes('G')) {
    const [, decimals = ''] = codes.split(/E[+-]/)[0]?.split('.') ?? [];
    const middle = exponent ? number.toExponential(decimals.length).toUpperCase() : plainNumber(number);
    return { ...facts, shown: around(tokens, middle.replace('.', ',')), isRounded: exponent !== null };
  }
  const [whole = '', fraction = ''] = codes.replaceAll('%', '').split('.');
  const isGrouped = /[0#?],[0#?]/.test(whole);
  const thousands = isScaled ? (/[0#?](,+)(?![0#?,])/.exec(codes.replaceAll('%', ''))?.[1]?.length ?? 0) : 0;
  const scaled = (number * 100 ** percents) / 1000 ** thousands;
  const most = fraction.replace(/[^0#?]/g, '').length;
  const least = fraction.lastIndexOf('0') + 1;
  let [integers = '0', decimals = ''] = (scaled < 1e21 ? scaled.toFixed(Math.min(most, 20)) : '0').split('.');
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  if (isGrouped) integers = integers.replace(/\B(?=(\d{3})+$)/g, '.');
  return {
    ...facts,
    shown: laid(tokens, integers, decimals),
    isRounded: isGrouped || codes.includes('.') || !Number.isInteger(scaled),
  };
}

/** The text of a section without digits of its own: `middle` between its literals. */
function around(tokens: readonly Token[], middle: string): string {
  const at = tokens.findIndex((token) => 'code' in token);
  const text = (part: readonly Token[]) => part.map((token) => ('literal' in token ? token.literal : '')).join('');
  return text(tokens.slice(0, at)) + middle + text(tokens.slice(at));
}

/** Distributes digits over their places, from the decimal point; further digits go before the first place. */
function laid(tokens: readonly Token[], integers: string, decimals: string): string {
  const point = tokens.findIndex((token) => 'code' in token && token.code === '.');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const places = before.filter((token) => 'code' in token && /[0#?]/.test(token.code)).length;
  let left = integers === '0' ? '' : integers;
  let open = places;
  let text = '';
  for (const token of [...before].reverse()) {
    if ('literal' in token) text = token.literal + text;
    else if (token.code === '%') text = `%${text}`;
    else if (/[0#?]/.test(token.code)) {
      open -= 1;
      const taken = open === 0 ? left : left.slice(-1);
      left = left.slice(0, left.length - taken.length);
      text = (taken === '' && token.code === '0' ? '0' : taken) + text;
      if (left.endsWith('.')) {
        text = `.${text}`;
        left = left.slice(0, -1);
      }
    }
  }
  if (places === 0 && point >= 0) text = left + text;
  if (point < 0) return text;
  const rest = tokens
    .slice(point + 1)
    .map((token) => ('literal' in token ? token.literal : token.code === '%' ? '%' : ''));
  return text + (decimals === '' ? '' : `,${decimals}`) + rest.join('');
}
