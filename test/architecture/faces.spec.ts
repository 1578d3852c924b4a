import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/platform/project-root.ts';

interface Face {
  readonly file: string;
  readonly names: readonly string[];
}

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(join(projectRoot, file), 'utf8'), ts.ScriptTarget.ES2022);
const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('browser/'))
  .map((file) => `src/${file}`);
const sources = new Map(files.map((file) => [file, parse(file)]));
const moduleNames = readdirSync(join(projectRoot, 'src/modules'));

/** The exported names of a file; null stands for `export *`, which hides them. */
function exportsOf(file: string): (string | null)[] {
  return (sources.get(file) ?? parse(file)).statements.flatMap((statement): (string | null)[] => {
    if (!ts.isExportDeclaration(statement)) return [null];
    const clause = statement.exportClause;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [null];
  });
}

/** The names that a file imports from another file, at its head or when it needs them. */
function importsOf(file: string): { from: string; names: string[] }[] {
  const source = sources.get(file) ?? parse(file);
  const late = [...source.text.matchAll(/\{([^{}]*)\} = await import\('(\.[^']*)'\)/g)].map(
    ([, names = '', target = '']) => ({
      from: join(dirname(file), target),
      names: names.split(',').map((name) => name.trim()),
    }),
  );
  const early = source.statements.flatMap((statement) => {
    const taken =
      ts.isImportDeclaration(statement) && statement.importClause?.namedBindings
        ? statement.importClause.namedBindings
        : ts.isExportDeclaration(statement)
          ? statement.exportClause
          : undefined;
    const target =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    if (!target || !ts.isStringLiteral(target) || !target.text.startsWith('.')) return [];
    const from = join(dirname(file), target.text);
    if (!taken) return [];
    if (!ts.isNamedImports(taken) && !ts.isNamedExports(taken)) return [{ from, names: ['*'] }];
    const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] = taken.elements;
    return [{ from, names: elements.map((element) => (element.propertyName ?? element.name).text) }];
  });
  return [...early, ...late];
}

/** Exported names that no file outside of the module imports; only files for which `mayUse` is true count. */
function unused({ file, names }: Face, mayUse: (user: string) => boolean, users: readonly string[] = files): string[] {
  const own = `${dirname(file)}/`;
  const used = new Set(
    users
      .filter((user) => !user.startsWith(own) && mayUse(user))
      .flatMap((user) => importsOf(user).filter(({ from }) => from === file))
      .flatMap(({ names: taken }) => taken),
  );
  return names.filter((name) => !used.has(name)).map((name) => `${file}: ${name}`);
}

const faces = (name: 'index.ts' | 'wiring.ts') =>
  moduleNames.map((module) => {
    const file = `src/modules/${module}/${name}`;
    return { file, names: exportsOf(file).map((each) => each ?? '*') };
  });

describe('the face of the engine', () => {
  const file = 'src/solver/index.ts';
  const names = exportsOf(file).map((each) => each ?? '*');

  it('names one by one what it offers', () => {
    expect(names).not.toContain('*');
  });

  it('offers what the service, the command line, benches or drills use, and nothing else', () => {
    const tests = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
      .map((each) => `test/${each}`)
      .filter((each) => each.endsWith('.ts'))
      .filter((each) => readFileSync(join(projectRoot, each), 'utf8').includes(file));
    expect(unused({ file, names }, () => true, [...files, ...tests])).toEqual([]);
  });
});

describe('the faces of a module', () => {
  it('name one by one what they offer', () => {
    const open = [...faces('index.ts'), ...faces('wiring.ts')].filter(({ names }) => names.includes('*'));
    expect(open.map(({ file }) => file)).toEqual([]);
  });

  it('offer in index.ts what other modules, pages or the top use, and nothing else', () => {
    expect(faces('index.ts').flatMap((face) => unused(face, () => true))).toEqual([]);
  });

  it('offer in wiring.ts what composes the service, and nothing else', () => {
    const composes = (user: string) => /^src\/(app|cli|demo)\/|\.module\.ts$/.test(user);
    expect(faces('wiring.ts').flatMap((face) => unused(face, composes))).toEqual([]);
  });
});
