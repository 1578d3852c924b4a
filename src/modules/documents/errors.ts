import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    /** The renderer ended or hung twice in a row. */
    'document.not_rendered': { format: 'pdf' | 'docx' };
    'register.document_not_found': { documentId: string };
  }
}

export const documentErrors = defineErrors<'document' | 'register'>({
  'document.not_rendered': {
    status: 503,
    vi: ({ format }) =>
      `Chưa tạo được tệp ${format.toUpperCase()}. Dữ liệu vẫn còn nguyên: hãy thử lại sau ít phút; nếu vẫn không được, báo quản trị viên.`,
    en: ({ format }) =>
      `The ${format.toUpperCase()} file could not be made. Nothing is lost: try again in a few minutes; if it fails again, tell the administrator.`,
  },
  'register.document_not_found': {
    status: 404,
    vi: () => 'Không có văn bản này trong sổ văn bản của cấp ủy.',
    en: () => 'There is no such document in this committee’s register.',
  },
});
