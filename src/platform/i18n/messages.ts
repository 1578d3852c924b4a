import type { Locale } from '../../kernel/actor.ts';

/** A sentence, or how to write it once its facts are known. */
export type Message = string | ((params: never) => string);
type Texts = Readonly<Record<string, Message>>;

/**
 * Every message of the service, by key. The platform knows no module, so the composition adds the messages by
 * declaration merging (`src/app/texts.ts`).
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the composition
export interface MessageTexts {}

/**
 * The keys, filled by the composition, that are only made from a code with the facts of that code, so that the relation
 * of both is checked where the code is.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the composition
export interface CodedMessages {}

/** A key that exists in both languages; any other does not compile. */
export type MessageKey = keyof MessageTexts & string;

/** The keys of plain sentences. */
export type PlainKey = { [K in MessageKey]: MessageTexts[K] extends string ? K : never }[MessageKey];

/** The facts that a message needs; for several keys, those of all of them. `unknown` for a plain sentence. */
export type MessageParams<K extends MessageKey> = (
  K extends MessageKey ? (params: FactsOf<MessageTexts[K]>) => void : never
) extends (params: infer P) => void
  ? P
  : never;
type FactsOf<M> = M extends (params: infer P) => string ? P : unknown;

type Arguments<K extends MessageKey> = unknown extends MessageParams<K> ? [] : [params: MessageParams<K>];

/**
 * A message by key with its facts: models contain these, so that the text is looked up where it is shown. Plain
 * sentences are a single member of the union, and so are those of codes, because one member each would be too many for
 * the compiler to compare.
 */
export type Sentence<Key extends MessageKey = MessageKey> =
  | { readonly key: Extract<Key, PlainKey>; readonly params?: never }
  | { readonly key: Extract<Exclude<Key, PlainKey>, keyof CodedMessages>; readonly params: object }
  | {
      readonly [K in Exclude<Key, PlainKey | keyof CodedMessages>]: {
        readonly key: K;
        readonly params: MessageParams<K>;
      };
    }[Exclude<Key, PlainKey | keyof CodedMessages>];

/** The texts of the service in one language. */
export type Catalogue = { readonly [K in MessageKey]: MessageTexts[K] };
export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** The texts of one area in both languages. */
export interface Messages<T extends Texts = Texts> {
  readonly vi: T;
  readonly en: T;
}

/** Defines the texts of one area; a key or a parameter that is missing in one language does not compile. */
export function defineMessages<V extends Texts>(
  vi: V,
  en: { readonly [K in keyof V]: V[K] extends string ? string : V[K] },
): Messages<{ readonly [K in keyof V]: V[K] extends string ? string : V[K] }> {
  return { vi: vi as { readonly [K in keyof V]: V[K] extends string ? string : V[K] }, en };
}

/** The sentence of a key; a wrong key, a missing fact or one too many does not compile. */
export function translate<K extends MessageKey>(catalogue: Catalogue, key: K, ...[params]: Arguments<K>): string {
  return messageOf(catalogue, key, params);
}

/** The sentence of a message that is given with its facts. */
export function say(catalogue: Catalogue, { key, params }: Sentence): string {
  return messageOf(catalogue, key, params);
}

/**
 * The sentence of a key that is only known at run time: in a template, or built from a code from outside. @throws Error
 * for an unknown key, which is a mistake in a template and found by the architecture tests
 */
export function messageOf(catalogue: Texts, key: string, params: unknown = {}): string {
  const message = catalogue[key] as string | ((params: unknown) => string) | undefined;
  if (message === undefined) throw new Error(`unknown message ${key}`);
  return typeof message === 'function' ? message(params) : message;
}
