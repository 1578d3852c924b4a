import { asFieldFaults, type FieldFault } from '../../modules/directory/index.ts';
import { type Catalogue, messageOf } from '../../platform/i18n/messages.ts';

/** What is wrong with typed values: each sentence beside its field where it has one (by `row/key`), else above the form. */
export function faultSentences(
  found: readonly FieldFault[],
  catalogue: Catalogue,
): { errors: ReadonlyMap<string, string>; faults: readonly string[] } {
  const errors = new Map<string, string>();
  const faults: string[] = [];
  for (const [index, { code, params }] of asFieldFaults(found).entries()) {
    const sentence = messageOf(catalogue, code, params);
    const { row, key } = found[index] ?? { row: null, key: null };
    if (row === null || key === null) faults.push(sentence);
    else if (!errors.has(`${row}/${key}`)) errors.set(`${row}/${key}`, sentence);
  }
  return { errors, faults };
}
