import { basename } from 'node:path';
import type { Locale } from '../kernel/actor.ts';
import type { CheckedFile } from '../app/check-import-file.ts';
import { BadInput } from './bad-input.ts';
import type { Call, Command } from './command.ts';
import { EXIT } from './exit-code.ts';

const WORDS = {
  vi: {
    fault: 'Lỗi',
    question: 'Cần xác nhận',
    read: 'Đã đọc',
    rows: 'dòng',
    fine: 'Tệp không có lỗi.',
    examples: 'Bỏ qua dòng ví dụ của mẫu',
    csv: 'Đọc tệp CSV',
    none: 'không rõ trang nào',
  },
  en: {
    fault: 'Fault',
    question: 'To confirm',
    read: 'Read',
    rows: 'rows',
    fine: 'The file has no faults.',
    examples: 'Left out as examples of the template',
    csv: 'Read the CSV file as',
    none: 'no known sheet',
  },
} as const satisfies Record<Locale, object>;

export const importCheckCommand: Command = {
  name: 'import check',
  usage: 'list.xlsx [--json] [--lang vi] [--sheet branches]',
  summary: 'check an import file without a database: its faults, what has to be confirmed, what was read',
  help: `  --json            { faults, questions, rows, examples, csv } as JSON; the rows as they were read
  --lang LANG       vi or en (the default)
  --sheet NAME      which sheet a CSV file is: branches, specialists, holidays …; guessed where it is left out
  --encoding NAME   of a CSV file: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni, windows-1252
  --separator NAME  of a CSV file: comma, semicolon, tab, bar

  What only the directory can tell, such as what would go out of use, is told by the page.
  Exit code: 0 nothing to say, 3 something has to be confirmed, 1 the file has faults, 2 it cannot be read.`,
  options: {
    json: { type: 'boolean' },
    lang: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    separator: { type: 'string' },
  },
  files: ['list.xlsx'],
  async run(call, streams) {
    const { localeOf } = await import('./locale-of.ts');
    const locale = localeOf(call);
    const { faults, questions, rows, examples, csv } = await readChecked(call, locale);
    if (call.flag('json')) {
      streams.stdout.write(`${JSON.stringify({ faults, questions, rows, examples, csv }, null, 2)}\n`);
    } else {
      const words = WORDS[locale];
      const left = Object.entries(examples).map(([name, count]) => `${name} ${count}`);
      const lines = [
        ...(csv === null ? [] : [`${words.csv}: ${csv.table ?? words.none}, ${csv.encoding}, ${csv.separator}`]),
        ...(csv?.firstRows.map((row) => `  ${row.join(' | ')}`) ?? []),
        ...faults.map((fault) => `${words.fault} · ${placeOf(fault)}: ${fault.detail}`),
        ...questions.map((question) => `${words.question} · ${placeOf(question)}: ${question.detail}`),
        ...(faults.length + questions.length === 0 ? [words.fine] : []),
        `${words.read}: ${countsOf(rows, words.rows)}`,
        ...(left.length > 0 ? [`${words.examples}: ${left.join(', ')}`] : []),
      ];
      streams.stdout.write(`${lines.join('\n')}\n`);
    }
    if (faults.length > 0) return EXIT.failedCheck;
    return questions.length > 0 ? EXIT.toConfirm : EXIT.done;
  },
};

async function readChecked(call: Call, locale: Locale): Promise<CheckedFile> {
  const { readBytes } = await import('./read-files.ts');
  const { checkImportFile } = await import('../app/check-import-file.ts');
  const { isDomainError } = await import('../kernel/domain-error.ts');
  const path = call.file(0);
  const bytes = await readBytes(path);
  const asked = { table: call.text('sheet'), encoding: call.text('encoding'), separator: call.text('separator') };
  try {
    const checked = await checkImportFile({ name: basename(path), bytes }, asked, locale);
    if (checked !== null) return checked;
    throw new BadInput('See giaoban import check --help for the names of sheets, encodings and separators.');
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { xlsxErrors } = await import('../platform/xlsx/errors.ts');
    const { csvErrors } = await import('../platform/csv/errors.ts');
    const text = Object.entries({ ...xlsxErrors, ...csvErrors }).find(([code]) => code === error.code)?.[1];
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
