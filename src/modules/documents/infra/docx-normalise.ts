import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * Makes the bytes of a document depend on its content only: files sorted by name with one fixed time, the document's
 * day in the properties, and relationship ids numbered instead of random.
 */
export function normaliseDocx(archive: Uint8Array, day: string): Uint8Array {
  const files = new Map(Object.entries(unzipSync(archive)));
  for (const [path, content] of files) {
    const part = /^(.*)_rels\/([^/]+)\.rels$/.exec(path);
    if (part !== null) countRelationships(files, path, content, `${part[1] ?? ''}${part[2] ?? ''}`);
  }
  rewrite(files, 'docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
  );
  rewrite(files, 'word/document.xml', countBookmarks);
  const sorted: Zippable = {};
  for (const path of [...files.keys()].sort(contentTypesFirst)) {
    const content = files.get(path);
    if (content !== undefined) sorted[path] = content;
  }
  // A zip stores local time, so a date in local time gives the same bytes in every zone.
  return zipSync(sorted, { mtime: new Date(1980, 0, 1), level: 6 });
}

function countRelationships(files: Map<string, Uint8Array>, path: string, content: Uint8Array, part: string): void {
  const renamed = new Map<string, string>();
  const relationships = strFromU8(content).replace(
    /(<Relationship\b[^>]*?\bId=")([^"]+)/g,
    (_, before: string, id: string) => {
      const name = `rId${renamed.size + 1}`;
      renamed.set(id, name);
      return before + name;
    },
  );
  files.set(path, strToU8(relationships));
  rewrite(files, part, (xml) =>
    xml.replace(/<[^<>]+>/g, (tag) =>
      tag.replace(
        /( r:(?:id|embed|link)=")([^"]+)/g,
        (_, before: string, id: string) => before + (renamed.get(id) ?? id),
      ),
    ),
  );
}

function countBookmarks(xml: string): string {
  const renamed = new Map<string, number>();
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)/g, (_, before: string, id: string) => {
    const name = renamed.get(id) ?? renamed.size + 1;
    renamed.set(id, name);
    return `${before}${name}`;
  });
}

function rewrite(files: Map<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const content = files.get(path);
  if (content !== undefined) files.set(path, strToU8(change(strFromU8(content))));
}

/** Streaming readers expect the list of content types first. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
