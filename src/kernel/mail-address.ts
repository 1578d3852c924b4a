import { asItLooks } from './look-alikes.ts';
import { hostWithRightEnd } from './mail-hosts.ts';
import { visibleText } from './visible-text.ts';

/** An address that every mail server accepts, or a suggestion of what was meant. */
export type MailAddressReading =
  | { readonly address: string }
  | {
      /** Null where no similar text is an address. */
      readonly likely: string | null;
      /** The first letter that a mail server refuses, if that is what is wrong. */
      readonly letter: string | null;
    };

const ATOM = String.raw`[a-z0-9!#$%&'*+/=?^_\x60{|}~-]+`;
const LOCAL_PART = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`);
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;
const LONGEST = 254;
const MOST_SEARCHED = 2_000;
const LONGEST_LOCAL_PART = 64;

/**
 * Checks an address as a mail server without SMTPUTF8 does (RFC 5321: a dot-atom, then a dotted host name). Surrounding
 * blanks, invisible characters and letter case are ignored.
 */
export function readMailAddress(text: string): MailAddressReading {
  const written = visibleText(text).normalize('NFC').trim();
  if (isAddress(written)) return { address: written.toLowerCase() };
  const letter = Array.from(written).find((sign) => sign > '\u007f') ?? null;
  return { likely: likelyAddress(written), letter };
}

/** The addresses that stand in a text beside other words, each once. */
export function addressesIn(text: string): string[] {
  const pieces = visibleText(text)
    .normalize('NFC')
    .slice(0, MOST_SEARCHED)
    .split(/[\s;,/|<>()"]+/);
  const found = pieces.map((piece) => piece.replace(/^mailto:/i, '').replace(/[.:]+$/, '')).filter(isAddress);
  return [...new Set(found.map((address) => address.toLowerCase()))];
}

function isAddress(written: string): boolean {
  // Checked before the text is lower-cased, because two letters outside ASCII become ASCII letters in lower case.
  if (written.length > LONGEST || /[^\x21-\x7e]/.test(written)) return false;
  const [localPart = '', host = '', ...rest] = written.toLowerCase().split('@');
  const labels = host.split('.');
  return (
    rest.length === 0 &&
    localPart.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(localPart) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '') &&
    hostWithRightEnd(host) === null
  );
}

/** Corrects what people commonly write around or inside an address, or in place of a character of it. */
function likelyAddress(written: string): string | null {
  const bare = /<([^<>]+)>/.exec(written)?.[1] ?? written;
  if (bare.length > 2 * LONGEST) return null;
  const plain = asItLooks(bare)
    .replace(/\s+/g, ' ')
    .replace(/^mailto:/i, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ ?(?:\(at\)|\[at\]| at ) ?/, '@')
    .replaceAll(' ', '')
    .replace(/,(?=[^@]*$)/g, '.')
    .replace(/[.,;:]+$/, '')
    .replace(/^[.,;:<"'(]+|[>"')]+$/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/\.@|@\./g, '@')
    .replace(/@{2,}/g, '@')
    .split('@')
    .map((part, at) => (at === 0 ? part : hostOf(part)))
    .join('@');
  if (isAddress(plain)) return plain;
  const [only, ...others] = addressesIn(written);
  return only !== undefined && others.length === 0 ? only : null;
}

function hostOf(written: string): string {
  const host = written.split('.').map(withoutOuterHyphens).join('.');
  return hostWithRightEnd(host) ?? host;
}

function withoutOuterHyphens(label: string): string {
  return label.replace(/^-+|-+$/g, '');
}
