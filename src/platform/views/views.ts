import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { HelperOptions, RuntimeOptions, TemplateDelegate } from 'handlebars';
import { projectRoot } from '../project-root.ts';
import { bars } from './bars.ts';
import { helpers } from './helpers.ts';
import type { PageContext } from './page-context.ts';
import type { Tone, Tones } from './tone.ts';

export interface ViewsOptions {
  /** The directory that holds `pages` and `partials`. */
  readonly directory?: string;
  /** Addresses of assets, and of the modules behind an entry. */
  readonly assets: { url(path: string): string; modulesOf(entry: string): readonly string[] };
  readonly tones: Tones;
}

/**
 * Renders pages. A template sees its model, `@page` (the PageContext) and the helpers. A value that the model lacks is
 * an error rather than an empty text, every value is escaped, and a partial sees only its parameters.
 */
export class Views {
  private readonly engine = Handlebars.create();
  private readonly pages: ReadonlyMap<string, TemplateDelegate>;

  constructor({ directory = join(projectRoot, 'templates'), assets, tones }: ViewsOptions) {
    this.engine.registerHelper({
      ...helpers,
      ...bars,
      asset: (path: string) => assets.url(path),
      modulesOf: (entry: string) => assets.modulesOf(entry),
      toneOf: toneOf(tones),
      within: withinOf(this.engine),
    });
    const knownHelpers = Object.fromEntries(Object.keys(this.engine.helpers).map((name) => [name, true]));
    // Parsed when first shown: all of them would take a second of every start, and the build has checked them.
    const compile = (source: string): TemplateDelegate =>
      this.engine.compile(source, {
        strict: true,
        explicitPartialContext: true,
        preventIndent: true,
        knownHelpers: knownHelpers,
        knownHelpersOnly: true,
      });
    for (const [name, source] of templatesIn(join(directory, 'partials'))) {
      const partial = compile(source);
      // A partial without parameters gets an empty model.
      this.engine.registerPartial(name, (model: unknown, options) => partial(model ?? {}, options));
    }
    this.pages = new Map(templatesIn(join(directory, 'pages')).map(([name, source]) => [name, compile(source)]));
  }

  /** @throws Error for an unknown template, message or value: programming mistakes, which the gallery finds. */
  render(template: string, model: object, context: PageContext): string {
    const page = this.pages.get(template);
    if (!page) throw new Error(`unknown page ${template}`);
    return page(model, dataOf(context));
  }

  /**
   * Renders one partial, as it would appear on a page of this context.
   * @throws Error as `render` does.
   */
  renderPart(partial: string, model: object, context: PageContext): string {
    const part = this.engine.partials[partial] as TemplateDelegate | undefined;
    if (!part) throw new Error(`unknown partial ${partial}`);
    return part(model, dataOf(context));
  }
}

/** What every template sees as `@page`. */
function dataOf(context: PageContext): RuntimeOptions {
  // Before the set-up there is no committee.
  const isSample = context.committee?.isSample ?? false;
  return { data: { page: { ...context, isSample } } };
}

/** The tone of a state, which gives its colour and icon. */
function toneOf(tones: Tones) {
  return (state: string): Tone => {
    const tone = tones[state];
    if (!tone) throw new Error(`state ${state} has no tone`);
    return tone;
  };
}

/** Name and source of each template, `parts/row.hbs` being `parts/row`. */
function templatesIn(directory: string): [string, string][] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .sort()
    .map((path) => [path.replaceAll('\\', '/').slice(0, -4), readFileSync(join(directory, path), 'utf8')]);
}

/**
 * `{{#within "card" title=(t "…")}} … {{/within}}`: renders the partial with the block as its `body`; the block still
 * sees the surrounding context.
 */
function withinOf(engine: typeof Handlebars) {
  return function within(this: unknown, name: string, options: HelperOptions): Handlebars.SafeString {
    const partial = engine.partials[name] as TemplateDelegate | undefined;
    if (!partial) throw new Error(`unknown partial ${name}`);
    const body = new Handlebars.SafeString(options.fn(this));
    const runtime: RuntimeOptions = { data: options.data as unknown };
    return new Handlebars.SafeString(partial({ ...(options.hash as object), body }, runtime));
  };
}
