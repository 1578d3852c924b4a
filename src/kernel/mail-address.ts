import { asItLooks } from './look-alikes.ts';
import { visibleText } from './visible-text.ts';

/** An address that every mail server takes, or what it was probably meant to be. */
export type MailAddressReading =
  | { readonly address: string }
  | {
      /** Null where nothing near it would be an address. */
      readonly likely: string | null;
      /** The first letter that a mail server refuses, if that is what is wrong. */
      readonly letter: string | null;
    };

const ATOM = String.raw`[a-z0-9!#$%&'*+/=?^_\x60{|}~-]+`;
const LOCAL_PART = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`);
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/**
 * Judges an address as a mail server without SMTPUTF8 will (RFC 5321: a dot-atom, then the dotted name of a host). Blanks
 * around it and what cannot be seen do not count; letter case does not either.
 */
export function readMailAddress(text: string): MailAddressReading {
  const written = visibleText(text).normalize('NFC').trim();
  if (isAddress(written)) return { address: written.toLowerCase() };
  const letter = Array.from(written).find((sign) => sign > '\u007f') ?? null;
  return { likely: likelyAddress(written), letter };
}

function isAddress(written: string): boolean {
  // Checked before lower case, because two signs outside ASCII have their small letter inside.
  if (written.length > LONGEST || /[^\x21-\x7e]/.test(written)) return false;
  const [localPart = '', host = '', ...rest] = written.toLowerCase().split('@');
  const labels = host.split('.');
  return (
    rest.length === 0 &&
    localPart.length <= LONGEST_LOCAL_PART &&
    LOCAL_PART.test(localPart) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '')
  );
}

/** What people write around, for and inside an address, put right. */
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
    .map((part, at) => (at === 0 ? part : part.split('.').map(withoutOuterHyphens).join('.')))
    .join('@');
  return isAddress(plain) ? plain : null;
}

function withoutOuterHyphens(label: string): string {
  return label.replace(/^-+|-+$/g, '');
}
