import { walkXml } from './walk-xml.ts';

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** The table of a workbook's texts; the parts of a rich text are joined, phonetic guides are left out. */
export function sharedStrings(part: Uint8Array): string[] {
  const texts: string[] = [];
  const collector = new TextCollector();
  walkXml(part, {
    open(name) {
      if (name === 'si') collector.begin();
      else collector.open(name);
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

  begin(): void {
    this.gathered = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetics += 1;
    if (name === 't') this.isText = this.phonetics === 0;
  }

  text(text: string): void {
    if (this.isText) this.gathered += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetics -= 1;
    if (name === 't') this.isText = false;
  }

  end(): string {
    return unescaped(this.gathered);
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
