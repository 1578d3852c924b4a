/**
 * The compiled files of the service that browser modules may load: pure code without packages. Whatever is listed here
 * becomes public.
 */
export const SHARED_FILES: readonly string[] = [
  'kernel/search-key.js',
  'kernel/visible-text.js',
  'kernel/written-number.js',
  'modules/evaluations/domain/merge-drafts.js',
];
