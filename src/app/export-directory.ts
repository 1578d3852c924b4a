import type { Locale } from '../kernel/actor.ts';
import { DownloadWorkbook } from '../modules/directory/index.ts';
import { forCommittee, type ForCommittee } from './for-committee.ts';

/** The data in use as an import file. */
export function exportDirectory(committee: string | null, locale: Locale): Promise<ForCommittee<Uint8Array>> {
  return forCommittee(committee, async (app) => (await app.get(DownloadWorkbook).current(locale)).bytes);
}
