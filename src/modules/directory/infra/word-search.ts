/** Invisible characters that a copied search text may contain, as PostgreSQL writes them in a regular expression. */
const UNSEEN = '[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff]';

/**
 * SQL: whether a text contains every word of a parameter; case and diacritics are ignored. @param text an expression of
 * SQL @param words the parameter, such as `$1`
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

/** SQL: the text with single blanks between its words. */
function inWords(text: string): string {
  return `regexp_replace(search_key(${text}), '[^a-z0-9]+', ' ', 'g')`;
}

/**
 * SQL: how well something matches a search, 0 being best: its code or short name is exactly that; its name
 * contains these whole words in sequence; its code or short name begins with them, or its name contains them inside
 * words; its name contains each of the words; they occur elsewhere.
 */
export function searchRank(name: string, code: string, short: string, words: string): string {
  return `case when ${asKey(words)} in (search_key(${code}), search_key(${short})) then 0
        when position(' ' || ${asKey(words)} || ' ' in ' ' || ${inWords(name)} || ' ') > 0 then 1
        when starts_with(search_key(${code}), ${asKey(words)}) or starts_with(search_key(${short}), ${asKey(words)})
          or position(${asKey(words)} in ${inWords(name)}) > 0 then 2
        when ${holdsAllWords(name, words)} then 3 else 4 end`;
}

/** SQL: two terms of `order by`, of which a parameter chooses one by name, or by name after a minus. */
export function orderedBy(name: string, value: string, chosen: string): string {
  return `case when ${chosen} = '${name}' then ${value} end, case when ${chosen} = '-${name}' then ${value} end desc`;
}
