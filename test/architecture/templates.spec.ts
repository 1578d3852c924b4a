import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { catalogues } from '../../src/app/texts.ts';
import { Assets } from '../../src/platform/http/assets.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { bars } from '../../src/platform/views/bars.ts';
import { helpers } from '../../src/platform/views/helpers.ts';
import { galleryPages } from '../support/gallery/gallery.ts';

const ROOT = join(projectRoot, 'templates');
const HELPERS = new Set([...Object.keys(helpers), ...Object.keys(bars), 'asset', 'modulesOf', 'toneOf', 'within']);
/** Text allowed in templates because it is the same in every language: names of languages, samples, signs. */
const SAME_EVERYWHERE = /\b(English|Tiếng Việt|EN|VI|P8\.5|Enter)\b|&nbsp;/g;

interface Template {
  readonly name: string;
  readonly source: string;
  readonly tree: hbs.AST.Program;
}

const templates: readonly Template[] = ['pages', 'partials'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => {
      const source = readFileSync(join(ROOT, folder, file), 'utf8');
      return { name: `${folder}/${file.slice(0, -4)}`, source, tree: Handlebars.parse(source) };
    }),
);
const partialNames = new Set(
  templates.filter(({ name }) => name.startsWith('partials/')).map(({ name }) => name.slice('partials/'.length)),
);

/** A call of a helper: as `{{name …}}`, `(name …)` or `{{#name …}}`. */
interface Call {
  readonly name: string;
  readonly params: readonly hbs.AST.Expression[];
}

/** Walks one template and collects the helpers it calls, the partials it uses, and the plain values it shows. */
class Walk extends Handlebars.Visitor {
  readonly calls: Call[] = [];
  readonly partials: string[] = [];
  readonly shown: string[] = [];
  html = '';

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.shown.push(`unescaped ${nameOf(node.path)}`);
    if (node.params.length > 0) this.calls.push({ name: nameOf(node.path), params: node.params });
    else if (node.path.type === 'PathExpression') this.shown.push(nameOf(node.path));
    super.MustacheStatement(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.calls.push({ name: nameOf(node.path), params: node.params });
    super.BlockStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.calls.push({ name: nameOf(node.path), params: node.params });
    super.SubExpression(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.partials.push(nameOf(node.name));
    super.PartialStatement(node);
  }

  override ContentStatement(node: hbs.AST.ContentStatement): void {
    this.html += node.value;
  }
}

function nameOf(node: hbs.AST.Node): string {
  return (node as hbs.AST.PathExpression).original;
}

function walk({ tree }: Template): Walk {
  const visitor = new Walk();
  visitor.accept(tree);
  return visitor;
}

function textOf(param: hbs.AST.Expression | undefined): string | null {
  return param?.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : null;
}

/** The faults of each template by name; templates without faults are left out, so that a failure shows only faults. */
function faultsOf(find: (template: Template, walked: Walk) => readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    templates
      .map((template) => [template.name, find(template, walk(template))] as const)
      .filter(([, f]) => f.length > 0),
  );
}

describe('templates', () => {
  it('are there', () => {
    expect(templates.length).toBeGreaterThan(30);
  });

  it.each(['vi', 'en'] as const)('name only messages that exist (%s)', (locale) => {
    const keys = Object.keys(catalogues[locale]);
    const faults = faultsOf((_, { calls }) => [
      ...calls
        .filter((call) => call.name === 't')
        .map((call) => textOf(call.params[0]) ?? 'a key that is not written out')
        .filter((key) => !keys.includes(key)),
      ...calls
        .filter((call) => call.name === 'tOf')
        .map((call) => textOf(call.params[0]))
        .filter((prefix) => prefix !== null && !keys.some((key) => key.startsWith(`${prefix}.`)))
        .map(String),
    ]);
    expect(faults).toEqual({});
  });

  it('use only partials that exist', () => {
    const faults = faultsOf((_, { partials, calls }) => [
      ...partials.filter((name) => !partialNames.has(name)),
      ...calls
        .filter((call) => call.name === 'within')
        .map((call) => textOf(call.params[0]) ?? '')
        .filter((name) => !partialNames.has(name)),
    ]);
    expect(faults).toEqual({});
  });

  it('leave no partial unused, by a template or as what a module is answered with', () => {
    const sources = join(projectRoot, 'src/pages');
    const answers = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(sources, file), 'utf8').matchAll(/new Fragment\(\s*'([\w-]+)'/g)])
      .map(([, name]) => name ?? '');
    const used = new Set([
      ...answers,
      ...templates.flatMap((template) => {
        const { partials, calls } = walk(template);
        return [...partials, ...calls.filter((call) => call.name === 'within').map((call) => textOf(call.params[0]))];
      }),
    ]);
    expect([...partialNames].filter((name) => !used.has(name))).toEqual([]);
  });

  it('are all in the gallery, where each is looked at in a real browser', () => {
    const shown = new Set(galleryPages.map((page) => `pages/${page.template}`));
    const pages = templates.map(({ name }) => name).filter((name) => name.startsWith('pages/'));
    expect(pages.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('never show a value under the name of a helper, which would be called in its place', () => {
    expect(faultsOf((_, { shown }) => shown.filter((name) => HELPERS.has(name)))).toEqual({});
  });

  it('escape every value', () => {
    expect(faultsOf((_, { shown }) => shown.filter((name) => name.startsWith('unescaped')))).toEqual({});
  });

  it('hold no script but data, no style and no handler, which the Content-Security-Policy would refuse', () => {
    const faults = faultsOf((_, { html }) => [
      ...(html.match(/<style|\sstyle=|\son[a-z]+=|javascript:/gi) ?? []),
      ...[...html.matchAll(/<script([^>]*)>([^<]*)/gi)]
        .filter((m) => !/src=|type="application\/json"/.test(m[1] ?? '') || m[2] !== '')
        .map(String),
    ]);
    expect(faults).toEqual({});
  });

  it('write no word themselves: texts come from messages, in the language of the reader', () => {
    const faults = faultsOf((_, { html }) => {
      const words = html.replace(/<!--.*?-->|<[^>]*>|^[^<]*>|<[^>]*$/gs, ' ').replace(SAME_EVERYWHERE, ' ');
      const attributes = [...html.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*\p{L}[^"]*)"/gu)];
      return [...(words.match(/\p{L}{2,}/gu) ?? []), ...attributes.map((m) => m[1] ?? '')];
    });
    expect(faults).toEqual({});
  });

  it('ask for a token wherever they post', () => {
    const faults = faultsOf(({ source }) =>
      [...source.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)]
        .map(String)
        .filter((f) => !f.includes('{{> csrf}}')),
    );
    expect(faults).toEqual({});
  });

  it('name only icons and assets that exist', () => {
    const { directory: own } = new Assets();
    const icons = new Set([...readFileSync(join(own, 'icons.svg'), 'utf8').matchAll(/id="([^"]+)"/g)].map((m) => m[1]));
    const faults = faultsOf(({ source }) => [
      ...[...source.matchAll(/\{\{> icon name="([^"]+)"/g)].map((m) => m[1] ?? '').filter((name) => !icons.has(name)),
      ...[...source.matchAll(/asset "([^"]+)"/g)].map((m) => m[1] ?? '').filter((path) => !existsSync(join(own, path))),
    ]);
    expect(faults).toEqual({});
  });
});
