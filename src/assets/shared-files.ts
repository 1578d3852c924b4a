/**
 * The compiled files of the service that browser modules may load: pure code without packages. Whatever is listed here
 * becomes public.
 */
export const SHARED_FILES: readonly string[] = [
  'kernel/domain-error.js',
  'kernel/meeting-kind.js',
  'kernel/plain-format.js',
  'kernel/search-key.js',
  'kernel/visible-text.js',
  'kernel/vocabulary.js',
  'kernel/weekday.js',
  'kernel/written-day.js',
  'kernel/written-number.js',
  'modules/evaluations/domain/answer-rules.js',
  'modules/evaluations/domain/answers.js',
  'modules/evaluations/domain/assess-form.js',
  'modules/evaluations/domain/bands.js',
  'modules/evaluations/domain/conditions.js',
  'modules/evaluations/domain/fault-sentences.js',
  'modules/evaluations/domain/figure-range.js',
  'modules/evaluations/domain/live-words.js',
  'modules/evaluations/domain/merge-drafts.js',
  'modules/evaluations/domain/personal-data.js',
  'modules/evaluations/domain/pointer.js',
  'modules/evaluations/domain/points.js',
  'modules/evaluations/domain/raw-input.js',
  'modules/evaluations/domain/read-answers.js',
  'modules/evaluations/domain/rubric.js',
  'modules/evaluations/domain/score.js',
  'modules/evaluations/domain/show-score.js',
  'modules/evaluations/domain/tell-form.js',
];
