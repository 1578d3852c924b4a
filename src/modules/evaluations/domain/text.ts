import type { Locale } from '../../../kernel/actor.ts';

/** A text that is data (a rubric's, a form's), in both languages. */
export type Text = Readonly<Record<Locale, string>>;
