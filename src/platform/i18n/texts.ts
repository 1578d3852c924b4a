import type { Messages } from './messages.ts';

/** The texts of one part of the service: its errors and its messages. */
export interface PartTexts {
  readonly errors: object;
  readonly messages: Messages;
}

type All<T> = [T] extends [never]
  ? object
  : (T extends unknown ? (t: T) => void : never) extends (t: infer I) => void
    ? I
    : never;

/** The texts of several parts together; each code and key belongs to one part only. */
export interface JoinedTexts<P extends readonly Partial<PartTexts>[]> {
  readonly errors: All<P[number] extends infer T ? (T extends { errors: infer E } ? E : never) : never>;
  readonly messages: {
    readonly vi: All<P[number] extends infer T ? (T extends { messages: { vi: infer V } } ? V : never) : never>;
    readonly en: All<P[number] extends infer T ? (T extends { messages: { en: infer N } } ? N : never) : never>;
  };
}

/** @throws Error when two parts define the same code or key */
export function joinTexts<const P extends readonly Partial<PartTexts>[]>(...parts: P): JoinedTexts<P> {
  const joined = { errors: {}, messages: { vi: {}, en: {} } };
  for (const { errors = {}, messages = { vi: {}, en: {} } } of parts) {
    add(joined.errors, errors);
    add(joined.messages.vi, messages.vi);
    add(joined.messages.en, messages.en);
  }
  return joined;
}

function add(all: object, part: object): void {
  const twice = Object.keys(part).find((key) => key in all);
  if (twice !== undefined) throw new Error(`${twice} is defined twice`);
  Object.assign(all, part);
}
