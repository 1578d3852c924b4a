import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/platform/project-root.ts';

/** Ids that are no keys of the domain's tables: header fields of mails, entries of a trail about anything, parts of a text. */
const OF_NO_KIND = new Set(['messageId', 'subjectId', 'partId']);

/** What is called by a plain `id` and is no row of a table, by the file and the declaration or method that has it. */
const NO_KEYS: Readonly<Record<string, readonly RegExp[]>> = {
  'parts of a rubric, of a form and of its assessment': [
    /^modules\/evaluations\/domain\//,
    /^modules\/evaluations\/(rubric|template)-messages /,
    /^modules\/briefings\/domain\/briefing-input (BriefingRubric|OfficialRating)$/,
    /^modules\/briefings\/domain\/attention /,
    /^modules\/calibrations\/domain\/form-ratings AcceptedForm$/,
    /^pages\/rubrics\/build-rubric-page /,
    /^pages\/(forms|form-templates|templates)\/(\S+\.view|build-\S+) /,
  ],
  'a rubric by its code': [/^pages\/rubrics\/rubrics-page-controller copied$/],
  'parts of a briefing': [
    /^modules\/briefings\/domain\/briefing-model BriefingPart$/,
    /^pages\/briefing\/briefing\.view (BriefingSection|BriefingPart|BriefingRow|BriefingAnnex)$/,
    /^pages\/briefing\/build-briefing-page (showPart|replacedBlocks)$/,
  ],
  'layouts, styles and anchors of documents': [/^modules\/documents\//],
  'things of a problem that came from outside': [/^modules\/engine\/messages /],
  'anything that the trail is about': [/^modules\/audit\//, /^pages\/rubrics\/rubric-screen-read-model trail$/],
  'anything in a list, a set or a sentence': [
    /^modules\/briefings\/domain\/observed-month known$/,
    /^modules\/planning\/domain\/draft-changes pairsById$/,
    /^modules\/planning\/domain\/leave-out-gone has$/,
    /^modules\/planning\/domain\/proposed-changes rootOf$/,
  ],
  'questions of an import, equal as long as what they ask is the same': [
    /^modules\/directory\/domain\/import\/question ImportQuestion$/,
  ],
  'files of the mailbox of a demo': [/^pages\/mailbox\/mailbox-page-controller /],
  'criteria of a rubric': [/^modules\/calibrations\/domain\/form-ratings AcceptedForm$/],
  'elements and rows of a page': [
    /^pages\/register\/thing\.view RegisterListRow$/,
    /^pages\/register\/register-form\.view RegisterForm/,
  ],
};

/** What requests and replies have as text, the edge at which ids are read and written. */
const EDGE = /\.dto\.ts$/;

interface TextId {
  readonly name: string;
  /** `pages/desk/desk.view DeskPerson`: the file and the innermost declaration that has a name. */
  readonly owner: string;
  readonly at: string;
}

const found = ['src/modules', 'src/pages'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !EDGE.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(projectRoot, file), 'utf8');
      // Parsing each file would take a second.
      return /\b(?:id|\w+Ids?)\??:[^;,)]*string/.test(text) ? textIdsIn(file, text) : [];
    }),
);
const patterns = Object.values(NO_KEYS).flat();

describe('ids of the domain', () => {
  it('say of what they are, in modules and on pages', () => {
    const named = found.filter(({ name }) => name !== 'id' && !OF_NO_KIND.has(name.replace(/s$/, '')));
    expect(named.map(({ at, name }) => `${at} ${name}`)).toEqual([]);
  });

  it('say it as well where they are called `id`, unless they are no key of a table', () => {
    const plain = found.filter(({ name, owner }) => name === 'id' && !patterns.some((pattern) => pattern.test(owner)));
    expect(plain.map(({ at, owner }) => `${at} ${owner}`)).toEqual([]);
  });

  it('are named as no key of a table only where there is such an id', () => {
    const plain = found.filter(({ name }) => name === 'id');
    expect(patterns.filter((pattern) => !plain.some(({ owner }) => pattern.test(owner)))).toEqual([]);
  });
});

/** Properties and parameters such as `id: string` or `visitIds: readonly string[] | null`. */
function textIdsIn(file: string, text: string): TextId[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const ids: TextId[] = [];
  const visit = (node: ts.Node, declaration: string): void => {
    const isNamed = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node);
    if (isNamed && node.type && ts.isIdentifier(node.name) && /^id$|Ids?$/.test(node.name.text) && isText(node.type)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const owner = `${file.slice('src/'.length, -'.ts'.length)} ${declaration}`;
      ids.push({ name: node.name.text, owner, at: `${file}:${line + 1}` });
    }
    const inner = nameOf(node) ?? declaration;
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  visit(source, '');
  return ids;
}

/** Of a declaration that ids can belong to. */
function nameOf(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node);
  return isDeclaration && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function isText(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(isText);
  if (ts.isArrayTypeNode(type)) return isText(type.elementType);
  if (ts.isTypeOperatorNode(type)) return isText(type.type);
  if (ts.isTypeReferenceNode(type)) return type.typeArguments?.slice(-1).some(isText) ?? false;
  return type.kind === ts.SyntaxKind.StringKeyword;
}
