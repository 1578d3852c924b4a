import type { Locale } from '../../../kernel/actor.ts';

/** A text that is data (of a rubric or a form), in both languages. */
export type Text = Readonly<Record<Locale, string>>;
