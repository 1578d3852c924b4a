import { labelOf, shown } from '../form-words.ts';
import { entriesOf } from '../form-entries.ts';

/** The questions of a form that were answered, with the answers as the page shows them. */
export function saidIn(form: HTMLFormElement): [question: string, answer: string][] {
  return Object.entries(entriesOf(form)).map(([name, value]) => [labelOf(form, name), shown(form, name, value)]);
}
