/** What a copied search may bring along unseen, as PostgreSQL writes it in an expression. */
const UNSEEN = '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff]';

/**
 * SQL: whether every word of a parameter stands somewhere in a text, without regard to case and diacritics.
 * @param text an expression of SQL
 * @param words the parameter, such as `$1`
 */
export function holdsAllWords(text: string, words: string): string {
  return `not exists (
        select 1 from regexp_split_to_table(search_key(regexp_replace(${words}, '${UNSEEN}', '', 'g')), '\\s+') word
        where position(word in search_key(${text})) = 0)`;
}
