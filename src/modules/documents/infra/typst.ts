import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { projectRoot } from '../../../platform/project-root.ts';
import { SYMBOL_FONT, TEXT_FONTS } from './fonts.ts';

const TEMPLATES = join(projectRoot, 'templates', 'documents');
/** Diagnostics as objects with positions. */
const FULL_DIAGNOSTICS = 3;

/**
 * Typst as WebAssembly: it can read these templates and fonts and nothing else of the machine, so that a document has
 * the same bytes on every platform.
 */
export class Typst {
  private constructor(private readonly compiler: TypstCompiler) {}

  static async load(): Promise<Typst> {
    const { resolve } = createRequire(import.meta.url);
    initSync({ module: readFileSync(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of [...Object.values(TEXT_FONTS), SYMBOL_FONT]) await builder.add_raw_font(readFileSync(font));
    const compiler = await builder.build();
    for (const file of readdirSync(TEMPLATES)) {
      if (file.endsWith('.typ')) compiler.add_source(`/${file}`, readFileSync(join(TEMPLATES, file), 'utf8'));
    }
    return new Typst(compiler);
  }

  /** @throws Error with Typst's own message when the template does not compile */
  pdf(template: string, document: string): Uint8Array {
    const { result, diagnostics } = this.compiler.compile(
      `/${template}`,
      [['document', document]],
      'pdf',
      FULL_DIAGNOSTICS,
    ) as {
      result?: Uint8Array;
      diagnostics?: unknown;
    };
    if (result === undefined) throw new Error(`${template} does not compile: ${JSON.stringify(diagnostics)}`);
    return result;
  }
}
