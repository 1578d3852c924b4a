const PICTURE = String.raw`\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?`;
const UNSEEN = String.raw`[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`;
/** The joiners inside an emoji are part of what is seen, so an emoji is matched as a whole and kept. */
const EMOJI_OR_UNSEEN = new RegExp(`(${PICTURE}(?:\\u200d${PICTURE})*)|${UNSEEN}`, 'gu');

/** The text without zero-width blanks, soft hyphens, direction marks and other invisible characters. */
export function visibleText(text: string): string {
  return text.replace(EMOJI_OR_UNSEEN, '$1');
}

const UNSEEN_SIGN = new RegExp(`${UNSEEN}|(?![\\t\\n\\r])\\p{Cc}`, 'gu');

/** The same text with invisible characters shown by name: “CV01⟨U+200B⟩”. */
export function revealedText(text: string): string {
  return text.replace(UNSEEN_SIGN, (sign) => `⟨${codePointName(sign)}⟩`);
}

/** Such as U+0421. */
export function codePointName(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
