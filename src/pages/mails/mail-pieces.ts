const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:)]/g;

/** A piece of a mail's text; each address is a piece of its own. */
export interface MailPiece {
  readonly words: string;
  readonly href: string | null;
}

export function mailPieces(text: string): MailPiece[] {
  const pieces: MailPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > from) pieces.push({ words: text.slice(from, match.index), href: null });
    pieces.push({ words: match[0], href: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ words: text.slice(from), href: null });
  return pieces;
}
