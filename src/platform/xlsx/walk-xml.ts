import { Parser } from 'saxen';

/** Called in the order of the document, with names without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/**
 * Reads an XML part of a workbook. Only the five entities of XML itself are known, and nothing refers to other files.
 * @throws Error for malformed XML
 */
export function walkXml(part: Uint8Array, listener: XmlListener): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => listener.open?.(withoutPrefix(name), decoded(attributes())));
  if (listener.close) parser.on('closeTag', (name) => listener.close?.(withoutPrefix(name)));
  if (listener.text) {
    parser.on('text', (text) => listener.text?.(withoutEntities(text)));
    parser.on('cdata', (text) => listener.text?.(text));
  }
  // An attribute that the parser ignores with a warning could be the position of a cell.
  parser.on('warn', (warning) => {
    throw warning;
  });
  parser.parse(textOf(part));
}

function textOf(part: Uint8Array): string {
  const [first, second] = part;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let own: Record<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.includes(':') && !value.includes('&')) continue;
    own ??= { ...attributes };
    Reflect.deleteProperty(own, name);
    if (name.startsWith('xmlns:')) continue;
    // An unprefixed name takes precedence over one of another namespace: `r:id` is not `id`.
    const plain = withoutPrefix(name);
    own[name === plain || !(plain in attributes) ? plain : name] = withoutEntities(value);
  }
  return own ?? attributes;
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (_entity, name: string) => {
    if (!name.startsWith('#')) {
      const sign = ENTITIES[name];
      if (sign === undefined) throw new Error(`unknown entity ${name}`);
      return sign;
    }
    return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}
