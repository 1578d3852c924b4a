/** Nine to eleven digits as a telephone number is written, with blanks, dots or hyphens between. */
const PHONE = /(?<!\d)(?:\+84|84|0)(?:[ .-]?\d){8,10}(?!\d)/u;
/** "Ông", "bà" and the like before a name, which begins with a capital letter. */
const PERSON = /(?<!\p{L})(?:[Ôô]ng|[Bb]à|anh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác) (?=\p{Lu}\p{Ll}+(?: \p{Lu}|[\s,.;:)]|$))/u;

/** What in a text identifies a person; null where nothing does. A briefing is read by a whole conference. */
export function personalDataIn(text: string): 'phone' | 'person' | null {
  const plain = text.normalize('NFC');
  return PHONE.test(plain) ? 'phone' : PERSON.test(plain) ? 'person' : null;
}
