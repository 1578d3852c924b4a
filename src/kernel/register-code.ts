import { asItLooks } from './look-alikes.ts';

const LETTERS = 'A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ';
const CODE = new RegExp(`^[${LETTERS}0-9][${LETTERS}0-9._/-]{0,39}$`, 'u');
const SIGN = new RegExp(`[${LETTERS}0-9._/-]`, 'u');
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;

/** Whether a text can be the code of a row: Vietnamese letters, digits and . - _ /, at most 40 of them. */
export function isRegisterCode(text: string): boolean {
  return CODE.test(text);
}

/**
 * The first character that no code may contain, and the code that was probably meant; null where the text resembles no
 * code.
 */
export function likelyCode(text: string): { readonly sign: string; readonly likely: string } | null {
  const sign = Array.from(text).find((each) => !SIGN.test(each));
  const likely = asItLooks(text).replace(DASHES, '-');
  return sign !== undefined && likely !== text && isRegisterCode(likely) ? { sign, likely } : null;
}
