import { walkXml } from './walk-xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Uint8Array;
}

/** The parts that the workbook's main part refers to. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Whether days are counted from 1904, as on old Macintoshes. */
  readonly counts1904: boolean;
  readonly styles: Uint8Array | null;
  readonly sharedStrings: Uint8Array | null;
}

interface Relation {
  readonly id: string;
  /** The last segment of the relation's type: `worksheet`, `styles`. */
  readonly type: string;
  /** The name of the part in the archive. */
  readonly target: string;
}

/** The path of the main part, if the archive has one. */
export function workbookPath(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const named = relationsOf(parts, '').find(({ type, target }) => type === 'officeDocument' && parts.has(target));
  const path = named?.target ?? 'xl/workbook.xml';
  return parts.has(path) ? path : null;
}

/** @throws Error where a part is missing or malformed */
export function workbookParts(parts: ReadonlyMap<string, Uint8Array>, path: string): WorkbookParts {
  const relations = relationsOf(parts, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const partOf = (type: string) =>
    parts.get(relations.find((relation) => relation.type === type)?.target ?? '') ?? null;
  const sheets: SheetPart[] = [];
  let counts1904 = false;
  walkXml(partAt(parts, path), {
    open(name, attributes) {
      if (name === 'workbookPr') counts1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = byId.get(attributes['id'] ?? '');
      // Chart and macro sheets have no cells.
      if (relation && relation.type !== 'worksheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden, part: partAt(parts, relation?.target ?? '') });
    },
  });
  return { sheets, counts1904, styles: partOf('styles'), sharedStrings: partOf('sharedStrings') };
}

/** An attribute of type xsd:boolean, which has two spellings per value. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute !== undefined && ['1', 'true', 'on'].includes(attribute.trim().toLowerCase());
}

function relationsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Relation[] {
  const at = path.lastIndexOf('/') + 1;
  const part = parts.get(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
  const relations: Relation[] = [];
  if (part === undefined) return relations;
  walkXml(part, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id: Id, type, target: resolved(Target, path.slice(0, at)) });
    },
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function partAt(parts: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`the workbook has no part ${path}`);
  return part;
}
