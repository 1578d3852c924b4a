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

/** SQL: the words of a search as one text. */
function asKey(words: string): string {
  return `regexp_replace(btrim(search_key(regexp_replace(${words}, '${UNSEEN}', '', 'g'))), '\\s+', ' ', 'g')`;
}

/** SQL: a text with blanks alone between its words. */
function inWords(text: string): string {
  return `regexp_replace(search_key(${text}), '[^a-z0-9]+', ' ', 'g')`;
}

/**
 * SQL: how well something is what was searched for, 0 the best: called so, its name holds the words as they stand, its
 * name or code begins or goes on with them, they all stand in its name, they stand elsewhere.
 */
export function searchRank(name: string, code: string, short: string, words: string): string {
  return `case when ${asKey(words)} in (search_key(${code}), search_key(${short})) then 0
        when position(' ' || ${asKey(words)} || ' ' in ' ' || ${inWords(name)} || ' ') > 0 then 1
        when starts_with(search_key(${code}), ${asKey(words)}) or starts_with(search_key(${short}), ${asKey(words)})
          or position(${asKey(words)} in ${inWords(name)}) > 0 then 2
        when ${holdsAllWords(name, words)} then 3 else 4 end`;
}

/** SQL: two terms of an order, of which a parameter chooses one by its name, or by its name after a minus. */
export function orderedBy(name: string, value: string, chosen: string): string {
  return `case when ${chosen} = '${name}' then ${value} end, case when ${chosen} = '-${name}' then ${value} end desc`;
}
