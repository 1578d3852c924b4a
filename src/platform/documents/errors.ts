import { defineErrors } from '../i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    /** The renderer ended or hung twice in a row. */
    'document.not_rendered': { format: 'pdf' | 'docx' };
  }
}

export const documentErrors = defineErrors<'document'>({
  'document.not_rendered': {
    status: 503,
    vi: ({ format }) =>
      `Chưa tạo được tệp ${format.toUpperCase()}. Dữ liệu vẫn còn nguyên: hãy thử lại sau ít phút; nếu vẫn không được, báo quản trị viên.`,
    en: ({ format }) =>
      `The ${format.toUpperCase()} file could not be made. Nothing is lost: try again in a few minutes; if it fails again, tell the administrator.`,
  },
});
