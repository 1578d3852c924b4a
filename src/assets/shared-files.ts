/**
 * The compiled files of the service that browser modules may load: pure code without packages. Whatever is listed here
 * becomes public.
 */
export const SHARED_FILES: readonly string[] = [
  'kernel/plain-format.js',
  'kernel/search-key.js',
  'kernel/visible-text.js',
  'kernel/weekday.js',
  'kernel/written-number.js',
  'modules/evaluations/domain/merge-drafts.js',
];
