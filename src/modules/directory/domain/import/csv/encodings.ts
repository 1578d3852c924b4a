import { fromOldFont, vietnameseShare } from '../old-fonts.ts';

/** The encodings of a text file; tcvn3 and vni are legacy fonts, in which bytes stand for other letters. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface GuessedEncoding {
  readonly encoding: Encoding;
  /** Whether the bytes prove the encoding: by a byte order mark, or because no other one fits. */
  readonly isCertain: boolean;
}

const SAMPLE = 65_536;
/** Encodings without a mark, in the order of preference where the text reads alike. */
const LEGACY = ['windows-1258', 'tcvn3', 'vni', 'windows-1252'] as const;
/** The number of intact letters per broken one from which on a file is taken for damaged UTF-8. */
const SOUND_FOR_EACH_BROKEN = 20;

/** The text in NFC, without a byte order mark. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(tableOf(encoding)).decode(bytes);
  return (encoding === 'tcvn3' || encoding === 'vni' ? fromOldFont(text, encoding) : text).normalize('NFC');
}

export function guessEncoding(bytes: Uint8Array, utf16: 'utf-16le' | 'utf-16be' | null): GuessedEncoding {
  if (utf16 !== null) return { encoding: utf16, isCertain: true };
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0) return { encoding: 'utf-8', isCertain: true };
  const sound = text.match(/[\u0100-\ufffc]/g)?.length ?? 0;
  if (sound > broken * SOUND_FOR_EACH_BROKEN) return { encoding: 'utf-8', isCertain: true };
  const sample = bytes.subarray(0, SAMPLE);
  const shares = LEGACY.map((encoding) => ({ encoding, share: vietnameseShare(decoded(sample, encoding)) }));
  const best = Math.max(...shares.map(({ share }) => share));
  return { encoding: shares.find(({ share }) => share === best)?.encoding ?? 'windows-1258', isCertain: false };
}

function tableOf(encoding: Encoding): string {
  return encoding === 'tcvn3' || encoding === 'vni' ? 'windows-1252' : encoding;
}
