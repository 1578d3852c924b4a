import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/platform/project-root.ts';

/** Ids that are no keys of the domain's tables: header fields of mails, entries of a trail about anything, parts of a text. */
const OF_NO_KIND = new Set(['messageId', 'subjectId', 'partId', 'areaId']);

/** What requests and replies have as text, the edge at which ids are read and written. */
const EDGE = /\.dto\.ts$/;

describe('ids of the domain', () => {
  it('say of what they are, in modules and on pages', () => {
    const files = ['src/modules', 'src/pages'].flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file}`)
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !EDGE.test(file)),
    );
    const named = files.flatMap((file) => {
      const text = readFileSync(join(projectRoot, file), 'utf8');
      // Parsing each file would take a second.
      return /\b\w+Ids?\??:[^;,)]*string/.test(text) ? textIdsIn(file, text) : [];
    });
    expect(named).toEqual([]);
  });
});

/** Properties and parameters such as `visitId: string` or `visitIds: readonly string[] | null`. */
function textIdsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isNamed = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node);
    if (isNamed && node.type && ts.isIdentifier(node.name) && /Ids?$/.test(node.name.text)) {
      const name = node.name.text;
      if (!OF_NO_KIND.has(name.replace(/s$/, '')) && isText(node.type)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push(`${file}:${line + 1} ${name}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isText(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(isText);
  if (ts.isArrayTypeNode(type)) return isText(type.elementType);
  if (ts.isTypeOperatorNode(type)) return isText(type.type);
  if (ts.isTypeReferenceNode(type)) return type.typeArguments?.slice(-1).some(isText) ?? false;
  return type.kind === ts.SyntaxKind.StringKeyword;
}
