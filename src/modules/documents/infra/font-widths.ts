import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import type { TextWidth } from '../domain/column-widths.ts';
import { TEXT_FONTS } from './fonts.ts';

/** Width assumed for letters that the font lacks. */
const UNKNOWN_EM = 1;

/** Reads the width of each letter of the documents' font; Times New Roman, which Word uses, has the same widths. */
export function fontWidths(): TextWidth {
  const styles = new Map<string, { widths: Map<string, number>; em: number; font: ReturnType<typeof open> }>();
  return (text, { bold, italic }) => {
    const name = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
    let style = styles.get(name);
    if (style === undefined) {
      const font = open(TEXT_FONTS[name]);
      style = { widths: new Map(), em: font.unitsPerEm, font };
      styles.set(name, style);
    }
    let width = style.widths.get(text);
    if (width === undefined) {
      const { font, em } = style;
      width = Array.from(text, (letter) => {
        const codePoint = letter.codePointAt(0) ?? 0;
        return font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).advanceWidth / em : UNKNOWN_EM;
      }).reduce((sum, one) => sum + one, 0);
      style.widths.set(text, width);
    }
    return width;
  };
}

function open(path: string) {
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} holds several fonts`);
  return font;
}
