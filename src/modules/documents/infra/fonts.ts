import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const TINOS = '@expo-google-fonts/tinos';
const tinos = (style: string): string => resolve(`${TINOS}/${style}/Tinos_${style}.ttf`);

/** The font files of the documents' text, by style. */
export const TEXT_FONTS = {
  regular: tinos('400Regular'),
  italic: tinos('400Regular_Italic'),
  bold: tinos('700Bold'),
  boldItalic: tinos('700Bold_Italic'),
} as const;

/** The font for characters that the text font lacks. */
export const SYMBOL_FONT = resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf');
