import type { DocumentId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import type { NoticeLinks } from './month.view.ts';

export function noticeLinks(month: Month, noticeId: DocumentId): NoticeLinks {
  const [base, document] = [`/months/${month}`, `/documents/${noticeId}`];
  return {
    href: `${base}/notice`,
    htmlHref: `${document}/html`,
    pdfHref: `${document}/pdf`,
    docxHref: `${document}/docx`,
    pagesPdfHref: `${base}/duty-pages/pdf`,
    pagesDocxHref: `${base}/duty-pages/docx`,
  };
}
