import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from './person.ts';
import { MONTH } from './sample-month.ts';

/** Writes what the month has brought forth, each file as its reader would download it. */
export async function writeOut(directory: string, board: Person, mailDirectory: string | null): Promise<string[]> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const api = `/api/v1/months/${MONTH}`;
  const { noticeId } = await board.get<{ noticeId: string }>(`${api}/plan`);
  const { documentId } = await board.get<{ documentId: string }>(`${api}/briefing`);
  const files: readonly (readonly [name: string, path: string])[] = [
    ['thong-bao-phan-cong.pdf', `/documents/${noticeId}/pdf`],
    ['thong-bao-phan-cong.docx', `/documents/${noticeId}/docx`],
    ['bao-cao-giao-ban.pdf', `/documents/${documentId}/pdf`],
    ['bao-cao-giao-ban.docx', `/documents/${documentId}/docx`],
    ['problem.json', `${api}/plan/problem.json`],
    ['plan.json', `${api}/plan/plan.json`],
    ['history.json', `${api}/history.json`],
    ['lich-du-sinh-hoat.ics', `/months/${MONTH}/calendar.ics`],
  ];
  for (const [name, path] of files) await writeFile(join(directory, name), await board.download(path));
  if (mailDirectory === null) return files.map(([name]) => name);
  await cp(mailDirectory, join(directory, 'mails'), { recursive: true, filter: (path) => !path.endsWith('.tmp') });
  return [...files.map(([name]) => name), 'mails/'];
}
