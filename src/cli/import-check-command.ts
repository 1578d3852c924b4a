import type { Locale } from '../kernel/actor.ts';
import type { CheckedFile } from '../app/check-import-file.ts';
import { BadInput } from './bad-input.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-code.ts';

const WORDS = {
  vi: { fault: 'Lỗi', question: 'Cần xác nhận', read: 'Đã đọc', rows: 'dòng', fine: 'Tệp không có lỗi.' },
  en: { fault: 'Fault', question: 'To confirm', read: 'Read', rows: 'rows', fine: 'The file has no faults.' },
} as const satisfies Record<Locale, object>;

export const importCheckCommand: Command = {
  name: 'import check',
  usage: 'list.xlsx [--json] [--lang vi]',
  summary: 'check an import file without a database: its faults, what has to be confirmed, what was read',
  help: `  --json       { faults, questions, rows } as JSON; the rows as they were read
  --lang LANG  vi or en (the default)

  What only the directory can tell, such as what would go out of use, is told by the page.
  Exit code: 0 nothing to say, 3 something has to be confirmed, 1 the file has faults, 2 it cannot be read.`,
  options: { json: { type: 'boolean' }, lang: { type: 'string' } },
  files: ['list.xlsx'],
  async run(call, streams) {
    const { localeOf } = await import('./locale-of.ts');
    const locale = localeOf(call);
    const { faults, questions, rows } = await readChecked(call.file(0), locale);
    if (call.flag('json')) {
      streams.stdout.write(`${JSON.stringify({ faults, questions, rows }, null, 2)}\n`);
    } else {
      const words = WORDS[locale];
      const lines = [
        ...faults.map((fault) => `${words.fault} · ${placeOf(fault)}: ${fault.detail}`),
        ...questions.map((question) => `${words.question} · ${placeOf(question)}: ${question.detail}`),
        ...(faults.length + questions.length === 0 ? [words.fine] : []),
        `${words.read}: ${countsOf(rows, words.rows)}`,
      ];
      streams.stdout.write(`${lines.join('\n')}\n`);
    }
    if (faults.length > 0) return EXIT.failedCheck;
    return questions.length > 0 ? EXIT.toConfirm : EXIT.done;
  },
};

async function readChecked(file: string, locale: Locale): Promise<CheckedFile> {
  const { readBytes } = await import('./read-files.ts');
  const { checkImportFile } = await import('../app/check-import-file.ts');
  const { isDomainError } = await import('../kernel/domain-error.ts');
  const bytes = await readBytes(file);
  try {
    return await checkImportFile(bytes, locale);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { xlsxErrors } = await import('../platform/xlsx/errors.ts');
    const text = Object.entries(xlsxErrors).find(([code]) => code === error.code)?.[1];
    if (text === undefined) throw error;
    throw new BadInput((text[locale] as (params: object) => string)(error.params));
  }
}

function placeOf({ sheet, row, column }: { sheet: string; row: number | null; column: string | null }): string {
  return row === null && column === null ? sheet : `${sheet} ${column ?? ''}${row ?? ''}`;
}

function countsOf({ committee: _committee, ...tables }: CheckedFile['rows'], word: string): string {
  const counts = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  return counts.length === 0 ? `0 ${word}` : counts.map(([name, rows]) => `${name} ${rows.length}`).join(', ');
}
