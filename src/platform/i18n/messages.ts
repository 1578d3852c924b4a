import type { Locale } from '../../kernel/actor.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- a catalogue is called with the template's own parameters
export type Message = string | ((params: any) => string);
export type Catalogue = Readonly<Record<string, Message>>;
export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** Both languages of one area; a key that one of them lacks does not compile. */
export function defineMessages<V extends Catalogue>(
  vi: V,
  en: { readonly [K in keyof V]: V[K] extends string ? string : V[K] },
): Catalogues {
  return { vi, en };
}

/** @throws Error when two areas claim one key. */
export function mergeCatalogues(...parts: readonly Catalogues[]): Catalogues {
  const merged = { vi: {} as Record<string, Message>, en: {} as Record<string, Message> };
  for (const part of parts) {
    for (const locale of ['vi', 'en'] as const) {
      for (const [key, message] of Object.entries(part[locale])) {
        if (key in merged[locale]) throw new Error(`message ${key} is defined twice`);
        merged[locale][key] = message;
      }
    }
  }
  return merged;
}

/** @throws Error for an unknown key: a mistake in a template, caught by the architecture tests. */
export function translate(catalogue: Catalogue, key: string, params: Readonly<Record<string, unknown>> = {}): string {
  const message = catalogue[key];
  if (message === undefined) throw new Error(`unknown message ${key}`);
  return typeof message === 'function' ? message(params) : message;
}
