import type { Locale } from '../../kernel/actor.ts';
import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { DeskTexts } from '../../pages/desk/desk-messages.ts';

/** The facts for which `{name}` stands in a text. */
type Facts<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Facts<Rest> : never;
type Arguments<T extends string> = [Facts<T>] extends [never]
  ? []
  : [facts: Readonly<Record<Facts<T>, string | number>>];

let texts: Readonly<Record<string, string>> = {};
export let locale: Locale = 'vi';

/** The texts come with the page, in its language. */
export function readTexts(page: Document): void {
  texts = JSON.parse(page.querySelector('[data-desk-texts]')?.textContent ?? '{}') as Record<string, string>;
  locale = page.documentElement.lang === 'en' ? 'en' : 'vi';
}

/** A text of the desk; a wrong key, or a fact missing or too many, does not compile. */
export function say<K extends keyof DeskTexts & string>(key: K, ...[facts]: Arguments<DeskTexts[K]>): string {
  const text = texts[key] ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = (facts as Readonly<Record<string, string | number>> | undefined)?.[name];
    return fact === undefined ? whole : String(fact);
  });
}

export function kindWord(kind: MeetingKind): string {
  return texts[`meeting.kind.${kind}`] ?? kind;
}
