import { walkXml } from './walk-xml.ts';
import { isTrue } from './workbook-parts.ts';

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** A text, and what is left of it without the parts that are crossed out; the same text where none are. */
export interface SharedText {
  readonly text: string;
  readonly left: string;
}

/** The table of a workbook's texts; the parts of a rich text are joined, phonetic guides are left out. */
export function sharedStrings(part: Uint8Array): SharedText[] {
  const texts: SharedText[] = [];
  const collector = new TextCollector();
  walkXml(part, {
    open(name, attributes) {
      if (name === 'si') collector.begin();
      else collector.open(name, attributes);
    },
    text: (text) => collector.text(text),
    close(name) {
      if (name === 'si') texts.push(collector.end());
      else collector.close(name);
    },
  });
  return texts;
}

/** Collects the text of a rich text from XML events. */
export class TextCollector {
  private gathered = '';
  private isText = false;
  private phonetics = 0;
  private left = '';
  /** Whether the next letters are crossed out. */
  private strikes = false;

  begin(): void {
    this.gathered = '';
    this.left = '';
    this.strikes = false;
  }

  open(name: string, { val }: Readonly<Record<string, string>>): void {
    if (name === 'rPh') this.phonetics += 1;
    if (name === 'r') this.strikes = false;
    if (name === 'strike') this.strikes = val === undefined || isTrue(val);
    if (name === 't') this.isText = this.phonetics === 0;
  }

  text(text: string): void {
    if (!this.isText) return;
    this.gathered += text;
    if (!this.strikes || text.trim() === '') this.left += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetics -= 1;
    if (name === 't') this.isText = false;
  }

  end(): SharedText {
    return { text: unescaped(this.gathered), left: unescaped(this.left) };
  }
}

/**
 * Characters that XML cannot contain are written as `_x000D_`, and an underscore that would look like that as
 * `_x005F_`.
 */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
