import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import { unclearCommittee } from './unclear-committee.ts';

export const directoryExportCommand: Command = {
  name: 'directory export',
  usage: 'list.xlsx [--committee quan-4] [--lang vi]',
  summary: 'write the data in use as an import file; imported as it is it changes nothing',
  help: `  --committee CODE  where the database holds several committees
  --lang LANG       vi or en (the default)

  The database is that of DATABASE_URL, or the embedded one in GIAOBAN_DATA. Exit code: 0 done, 2 something is missing
  or wrong.`,
  options: { committee: { type: 'string' }, lang: { type: 'string' } },
  files: ['list.xlsx'],
  async run(call, streams) {
    const { localeOf } = await import('./locale-of.ts');
    const { demandWritable, writeBytes } = await import('./write-json.ts');
    const { exportDirectory } = await import('../app/export-directory.ts');
    const file = call.file(0);
    const locale = localeOf(call);
    await demandWritable(file);
    const done = await exportDirectory(call.text('committee'), locale);
    if (done.kind === 'unclear') throw unclearCommittee(done.codes);
    await writeBytes(file, done.result);
    streams.stdout.write(`✓ ${file}\n`);
    return EXIT.done;
  },
};
