// The PDF renderer as a process of its own: reads composed documents from its parent, answers with bytes. Plain
// JavaScript, because it must start alike from the sources and from the compiled program.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [templates, fonts, packageRoot] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(packageRoot, 'package.json'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] });
const mainFilePath = join(templates, 'official.typ');

process.on('message', ({ id, document }) => {
  process.send(answer(id, document));
});
// The parent ends this process: a Ctrl-C reaches the whole group, and the parent may be draining. Without a parent
// there is nothing left to do.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));

function answer(id, document) {
  try {
    const result = compiler.compile({ mainFilePath, inputs: { document } });
    if (result.result === null) return { id, error: JSON.stringify(result.takeDiagnostics()?.shortDiagnostics) };
    const bytes = compiler.pdf(result.result);
    compiler.evictCache(4);
    return { id, bytes };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
