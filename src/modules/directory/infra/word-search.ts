/**
 * SQL: whether every word of a parameter stands somewhere in a text, without regard to case and diacritics.
 * @param text an expression of SQL
 * @param words the parameter, such as `$1`
 */
export function holdsAllWords(text: string, words: string): string {
  return `not exists (
        select 1 from regexp_split_to_table(search_key(${words}), '\\s+') word
        where position(word in search_key(${text})) = 0)`;
}
