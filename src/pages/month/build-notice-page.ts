import type { DocumentId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { type DocumentName, LARGEST_COPY, type NamedCopy } from '../../modules/documents/index.ts';
import { noticeLinks } from './notice-links.ts';
import type { CopyLine, NoticePage } from './notice.view.ts';

const MEGABYTE = 2 ** 20;

export function buildNoticePage(
  month: Month,
  { id, symbol, issuedOn }: DocumentName,
  copies: readonly NamedCopy[],
  { mayKeep, error }: { readonly mayKeep: boolean; readonly error: string | null },
): NoticePage {
  const [copy, ...earlier] = copies.map((one) => lineOf(id, one));
  return {
    month,
    symbol,
    issuedOn,
    files: noticeLinks(month, id),
    copy: copy ?? null,
    earlier,
    upload: mayKeep
      ? {
          action: `/months/${month}/notice/signed`,
          seen: copies[0]?.version ?? 0,
          megabytes: LARGEST_COPY / MEGABYTE,
          error,
        }
      : null,
  };
}

function lineOf(id: DocumentId, { version, kind, size, keptAt, by, principal }: NamedCopy): CopyLine {
  return {
    href: `/documents/${id}/signed/${version}`,
    kind,
    megabytes: size / MEGABYTE,
    at: keptAt,
    by: by ?? '',
    onBehalfOf: principal,
  };
}
