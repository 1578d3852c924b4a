import { defineErrors } from '../../platform/i18n/errors.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'register.document_not_found': { documentId: string };
  }
}

export const registerErrors = defineErrors<'register'>({
  'register.document_not_found': {
    status: 404,
    vi: () => 'Không có văn bản này trong sổ văn bản của cấp ủy.',
    en: () => 'There is no such document in this committee’s register.',
  },
});
