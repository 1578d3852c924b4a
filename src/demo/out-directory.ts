import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentId } from '../kernel/id.ts';
import type { Person } from './person.ts';
import { MONTH } from './sample-month.ts';

/** Writes the month's documents, each as its reader would download it; other files in the folder stay. */
export async function writeOut(directory: string, board: Person, mailDirectory: string | null): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const api = `/api/v1/months/${MONTH}`;
  const { noticeId } = await board.get<{ noticeId: DocumentId }>(`${api}/plan`);
  const { documentId } = await board.get<{ documentId: DocumentId }>(`${api}/briefing`);
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
  await copyMails(mailDirectory, join(directory, 'mails'));
  return [...files.map(([name]) => name), 'mails/'];
}

async function copyMails(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const mailsIn = async (directory: string) => (await readdir(directory)).filter((name) => name.endsWith('.eml'));
  for (const name of await mailsIn(to)) await rm(join(to, name));
  for (const name of await mailsIn(from)) await copyFile(join(from, name), join(to, name));
}
